package org.stance4j.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code stance train}. */
@Command(name = "train", mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
