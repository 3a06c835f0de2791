using System.CommandLine;

namespace PoolingGen.Benchmarks;

/// <summary><c>verify</c>: what every other command does before it times a layer, and nothing else.</summary>
internal static class VerifyCommand
{
    public static Command Create(Option<string?> layers)
    {
        var command = new Command("verify", "Checks that the kernels, ONNX Runtime and the naive loop compute the same.") { layers };
        command.SetAction(arguments => Verify(Layers.Matching(arguments.GetValue(layers))));
        return command;
    }

    /// <returns>The exit code: 1 if a layer is wrong.</returns>
    private static int Verify(IReadOnlyList<Layer> layers)
    {
        int wrong = 0;
        foreach (Layer layer in layers)
        {
            try
            {
                new LayerContest(layer).Dispose();
            }
            catch (WrongResultException exception)
            {
                Console.Error.WriteLine(exception.Message);
                wrong++;
            }
        }

        Console.WriteLine($"{layers.Count - wrong} of {layers.Count} layers agree.");
        return wrong == 0 ? 0 : 1;
    }
}
