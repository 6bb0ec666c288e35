package dev.assay.infra;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The repository on GitHub whose workflow may deploy, without any key of long life.
 *
 * @param repository "OWNER/NAME" (context "githubRepository")
 * @param ownerId number of the owner, null if unknown ("githubOwnerId")
 * @param repositoryId number of the repository, null if unknown ("githubRepositoryId")
 * @param environment the environment whose approval the deployment needs; the stage unless said
 *     otherwise ("githubEnvironment")
 * @param providerArn the account's identity provider for GitHub; null to make one
 *     ("githubProviderArn")
 */
public record GitHubSettings(
    String repository,
    @Nullable String ownerId,
    @Nullable String repositoryId,
    String environment,
    @Nullable String providerArn) {

  private static final Pattern REPOSITORY = Pattern.compile("([\\w.-]+)/([\\w.-]+)");

  static Optional<GitHubSettings> from(Function<String, @Nullable Object> values, String stage) {
    Context context = new Context(values);
    return context
        .text("githubRepository")
        .map(
            repository ->
                new GitHubSettings(
                    repository,
                    id(context, "githubOwnerId"),
                    id(context, "githubRepositoryId"),
                    context.text("githubEnvironment").orElse(stage),
                    context.text("githubProviderArn").orElse(null)));
  }

  public GitHubSettings {
    if (!REPOSITORY.matcher(repository).matches()) {
      throw new WrongContextException("githubRepository", repository, "OWNER/NAME");
    }
    if ((ownerId == null) != (repositoryId == null)) {
      throw new WrongContextException(
          "githubOwnerId", String.valueOf(ownerId), "githubRepositoryId with it, or neither");
    }
    if (!environment.matches("[\\w-]+")) {
      throw new WrongContextException("githubEnvironment", environment, "letters, digits, - and _");
    }
  }

  private static @Nullable String id(Context context, String key) {
    int id = context.number(key, 0, 1, Integer.MAX_VALUE);
    return id == 0 ? null : Integer.toString(id);
  }

  /** The environment that compares, and needs no approval. */
  String planEnvironment() {
    return environment + "-plan";
  }

  /**
   * What GitHub's tokens name as their subject. Repositories made since July 2026 have subjects
   * with the numbers of owner and repository, which stay with them when names change hands.
   *
   * @param of the environment
   * @return exact subjects, no patterns
   */
  List<String> subjects(String of) {
    String suffix = ":environment:" + of;
    String byName = "repo:" + repository + suffix;
    Matcher matcher = REPOSITORY.matcher(repository);
    if (ownerId == null || !matcher.matches()) {
      return List.of(byName);
    }
    String byNumber =
        "repo:" + matcher.group(1) + "@" + ownerId + "/" + matcher.group(2) + "@" + repositoryId;
    return Stream.of(byName, byNumber + suffix).toList();
  }
}
