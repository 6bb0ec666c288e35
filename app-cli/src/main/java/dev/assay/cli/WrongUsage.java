package dev.assay.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers a command that was typed wrongly with one line that says where to look. */
final class WrongUsage implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    String name = command.getCommandSpec().qualifiedName(" ");
    String problem = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("wrong usage");
    command
        .getErr()
        .println("assay: " + problem + suggestion(wrong) + "; see: " + name + " --help");
    return ExitCode.WRONG_USAGE;
  }

  private static String suggestion(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      List<String> similar = unmatched.getSuggestions();
      return similar.isEmpty() ? "" : "; did you mean " + similar.get(0) + "?";
    }
    return "";
  }
}
