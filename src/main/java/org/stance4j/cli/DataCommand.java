package org.stance4j.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code stance data}. */
@Command(name = "data", mixinStandardHelpOptions = true)
final class DataCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
