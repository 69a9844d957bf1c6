using System.CommandLine;
using MotCua.Registers;

namespace MotCua.Cli.Commands;

/// <summary>motcua import …: all-or-nothing, idempotent, every bad line reported.</summary>
internal static class ImportCommand
{
    public static Command Create(CliContext context)
    {
        var command = new Command("import", "Nạp dữ liệu từ tệp")
        {
            ImportAgenciesCommand.Create(context),
            ImportProceduresCommand.Create(context),
            ImportCalendarCommand.Create(context),
            ImportLedgerCommand.Create(context),
            ImportDirectivesCommand.Create(context),
            ImportPlanTasksCommand.Create(context),
            ImportDeclaredCommand.Create(context),
        };
        foreach (var book in RegisterBooks.All)
        {
            command.Subcommands.Add(ImportBookCommand.Create(context, book));
        }

        return command;
    }
}
