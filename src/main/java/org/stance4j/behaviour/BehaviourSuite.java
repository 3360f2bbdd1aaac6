package org.stance4j.behaviour;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tests of what a model can do. Read by {@link BehaviourSuiteReader}.
 *
 * @param name name of the file without its extension
 * @param sha256 hash of the file's bytes
 * @param tests in file order, at least one, each id once
 */
public record BehaviourSuite(String name, String sha256, List<BehaviourTest> tests) {
  public BehaviourSuite {
    tests = List.copyOf(tests);
    Set<String> ids = new HashSet<>();
    for (BehaviourTest test : tests) {
      if (!ids.add(test.id())) {
        throw new IllegalArgumentException("test " + test.id() + " occurs twice in " + name);
      }
    }
    if (tests.isEmpty()) {
      throw new IllegalArgumentException("suite " + name + " holds no test");
    }
  }

  /** What is tested, in the order of first mention. */
  public List<String> capabilities() {
    return tests.stream().map(BehaviourTest::capability).distinct().toList();
  }
}
