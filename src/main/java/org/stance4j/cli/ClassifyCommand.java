package org.stance4j.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code stance classify}. */
@Command(name = "classify", mixinStandardHelpOptions = true)
final class ClassifyCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
