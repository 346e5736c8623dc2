package tmi.launcher.stub;

/// Stands for the migration program.
public final class StubMigration {

  private StubMigration() {}

  public static void main(String[] arguments) {
    System.out.println("roles: separate");
  }
}
