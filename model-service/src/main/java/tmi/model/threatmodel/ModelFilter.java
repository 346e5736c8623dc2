package tmi.model.threatmodel;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tmi.kernel.page.Window;
import tmi.kernel.problem.Problem;
import tmi.model.request.Conditions;
import tmi.service.request.Asked;

/// Which models: a [AskedFilter] that was read and judged. Null is no condition.
record ModelFilter(
    Window window,
    boolean includeDeleted,
    String name,
    String description,
    String issueUri,
    String owner,
    String reviewer,
    String[] statuses,
    Times times) {

  private static final Pattern PREFIX = Pattern.compile("(?:is|[a-zA-Z]{1,3}):.*");
  private static final String PERSON =
      "%s in (select u.id from auth.account u where u.email ilike ?::text or u.name ilike ?::text)";

  /// Bounds of the times, inclusive.
  record Times(
      OffsetDateTime createdAfter,
      OffsetDateTime createdBefore,
      OffsetDateTime modifiedAfter,
      OffsetDateTime modifiedBefore,
      OffsetDateTime statusAfter,
      OffsetDateTime statusBefore) {}

  static ModelFilter of(AskedFilter asked) {
    return new ModelFilter(
        Asked.window(asked.limit, asked.offset),
        Boolean.TRUE.equals(Asked.flag("include_deleted", asked.includeDeleted)),
        Asked.text("name", asked.name, 256),
        Asked.text("description", asked.description, 1000),
        Asked.text("issue_uri", asked.issueUri, 1000),
        Asked.text("owner", asked.owner, 256),
        reviewer(Asked.text("security_reviewer", asked.securityReviewer, 256)),
        statuses(asked.status),
        new Times(
            Asked.time("created_after", asked.createdAfter),
            Asked.time("created_before", asked.createdBefore),
            Asked.time("modified_after", asked.modifiedAfter),
            Asked.time("modified_before", asked.modifiedBefore),
            Asked.time("status_updated_after", asked.statusUpdatedAfter),
            Asked.time("status_updated_before", asked.statusUpdatedBefore)));
  }

  /// True when only the models of certain people are asked for.
  boolean namesPerson() {
    return owner != null || namesReviewer();
  }

  void addTo(Conditions where) {
    where
        .contains("m.name", name)
        .contains("m.description", description)
        .contains("m.issue_uri", issueUri)
        .and(PERSON.formatted("m.owner_id"), owner == null ? null : Conditions.pattern(owner))
        .and(
            PERSON.formatted("m.security_reviewer_id"),
            namesReviewer() ? Conditions.pattern(reviewer) : null)
        .and("is:null".equals(reviewer), "m.security_reviewer_id is null")
        .and("is:notnull".equals(reviewer), "m.security_reviewer_id is not null")
        .and("lower(m.status) = any(?::text[])", statuses)
        .and("m.created_at >= ?::timestamptz", times.createdAfter())
        .and("m.created_at <= ?::timestamptz", times.createdBefore())
        .and("m.modified_at >= ?::timestamptz", times.modifiedAfter())
        .and("m.modified_at <= ?::timestamptz", times.modifiedBefore())
        .and("m.status_updated >= ?::timestamptz", times.statusAfter())
        .and("m.status_updated <= ?::timestamptz", times.statusBefore());
  }

  private boolean namesReviewer() {
    return reviewer != null && !reviewer.startsWith("is:");
  }

  private static String reviewer(String asked) {
    if (asked != null
        && PREFIX.matcher(asked).matches()
        && !asked.equals("is:null")
        && !asked.equals("is:notnull")) {
      throw Problem.invalid("security_reviewer", "must be a text, is:null or is:notnull");
    }
    return asked;
  }

  /// One or several, as repeated parameters or with commas in one.
  private static String[] statuses(List<String> asked) {
    if (asked == null) {
      return null;
    }
    List<String> words =
        asked.stream()
            .flatMap(value -> Stream.of(value.split(",")))
            .map(word -> word.strip().toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .toList();
    return Asked.words("status", words, 50);
  }
}
