package org.stance4j.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code stance models}. */
@Command(name = "models", mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
