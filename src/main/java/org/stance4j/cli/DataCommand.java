package org.stance4j.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code stance data}: looks at labelled data. */
@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    description =
        "Joins, counts, audits and splits labelled data, compares annotators, looks for wrong labels.",
    subcommands = {
      DataHydrateCommand.class,
      DataStatsCommand.class,
      DataAuditCommand.class,
      DataAgreementCommand.class,
      DataNoiseCommand.class,
      DataSplitCommand.class
    })
final class DataCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "a command is missing: " + Words.or(spec.subcommands().keySet()));
  }
}
