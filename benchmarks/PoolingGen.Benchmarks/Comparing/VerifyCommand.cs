using System.CommandLine;

namespace PoolingGen.Benchmarks.Comparing;

/// <summary><c>verify</c>: what every other command does before it times a layer, and nothing else.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var choices = new Choices();
        var command = new Command("verify", "Checks that the kernels, their peers and the naive loop compute the same.");
        choices.AddTo(command);
        command.SetAction(arguments => Verify(choices.Read(arguments)));
        return command;
    }

    /// <returns>The exit code: 1 if a layer is wrong.</returns>
    private static int Verify(Selection selection)
    {
        int wrong = 0;
        foreach (Layer layer in selection.Layers)
        {
            try
            {
                selection.Open(layer).Dispose();
            }
            catch (WrongResultException exception)
            {
                Console.Error.WriteLine(exception.Message);
                wrong++;
            }
        }

        Console.WriteLine($"{selection.Layers.Count - wrong} of {selection.Layers.Count} layers agree.");
        return wrong == 0 ? 0 : 1;
    }
}
