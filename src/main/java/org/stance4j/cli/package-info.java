/**
 * The command line: {@link org.stance4j.cli.StanceCli} and one class for each command. The only
 * writer to the console.
 *
 * <p>Start at {@link org.stance4j.cli.StanceCli}. The one trap: write through the command's own
 * writers ({@code spec.commandLine().getOut()}), never to the standard streams, or tests and
 * embedding programs see nothing.
 */
@NullMarked
package org.stance4j.cli;

import org.jspecify.annotations.NullMarked;
