package org.stance4j.corpus;

import java.util.HashMap;
import java.util.Map;

/**
 * Connected components over 0 … n − 1 by union-find with path halving; the root is the smallest.
 */
final class Components {
  private final int[] parent;
  private final Map<String, Integer> firstWithKey = new HashMap<>();

  Components(int size) {
    parent = new int[size];
    for (int i = 0; i < size; i++) {
      parent[i] = i;
    }
  }

  /** Connects two. */
  void join(int a, int b) {
    int rootA = root(a);
    int rootB = root(b);
    parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }

  /** Connects with all others that were given the same key. */
  void join(int element, String key) {
    Integer first = firstWithKey.putIfAbsent(key, element);
    if (first != null) {
      join(first, element);
    }
  }

  /** The smallest element connected with this one. */
  int root(int element) {
    int current = element;
    while (parent[current] != current) {
      parent[current] = parent[parent[current]];
      current = parent[current];
    }
    return current;
  }
}
