package dev.purser.budgets;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One of the owner's budget lines, named by its path in the tree of categories, such as {@code
 * household/pantry}.
 *
 * @param path 1 to 5 names of lower-case letters, digits and hyphens, parted by slashes; at most
 *     100 characters
 */
public record CategoryId(String path) implements Comparable<CategoryId> {
  private static final Pattern PATH =
      Pattern.compile("[a-z0-9][a-z0-9-]{0,39}(/[a-z0-9][a-z0-9-]{0,39}){0,4}");

  public CategoryId {
    if (path.length() > 100 || !PATH.matcher(path).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a category: write it like household/pantry".formatted(path));
    }
  }

  /** This category and all above it, the narrowest first. */
  public List<CategoryId> withAncestors() {
    List<CategoryId> line = new ArrayList<>();
    line.add(this);
    for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      line.add(new CategoryId(path.substring(0, slash)));
    }
    return line;
  }

  /** Whether this is the other category or lies below it. */
  public boolean isWithin(CategoryId other) {
    return path.equals(other.path) || path.startsWith(other.path + "/");
  }

  @Override
  public int compareTo(CategoryId other) {
    return path.compareTo(other.path);
  }

  @Override
  public String toString() {
    return path;
  }
}
