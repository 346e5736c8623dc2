package tmi.testkit.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;

/// Walks the methods of one file.
final class MethodScan extends TreeScanner<Void, Void> {

  private static final int MAX_METHOD = 40;

  private final String file;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final List<String> faults = new ArrayList<>();

  private MethodScan(String file, CompilationUnitTree unit, SourcePositions positions) {
    this.file = file;
    this.unit = unit;
    this.positions = positions;
  }

  static List<String> faultsOf(String file, CompilationUnitTree unit, JavacTask task) {
    var scan = new MethodScan(file, unit, Trees.instance(task).getSourcePositions());
    scan.scan(unit, null);
    return scan.faults;
  }

  @Override
  public Void visitMethod(MethodTree method, Void nothing) {
    if (method.getBody() != null) {
      var length = lastLine(method) - line(method) + 1;
      if (length > MAX_METHOD) {
        faults.add(
            "%s:%d %s has %d lines, at most %d"
                .formatted(file, line(method), method.getName(), length, MAX_METHOD));
      }
    }
    return super.visitMethod(method, nothing);
  }

  @Override
  public Void visitSynchronized(SynchronizedTree block, Void nothing) {
    faults.add("%s:%d synchronized: the event loop never waits".formatted(file, line(block)));
    return super.visitSynchronized(block, nothing);
  }

  private long line(Tree tree) {
    return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
  }

  private long lastLine(Tree tree) {
    return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree));
  }
}
