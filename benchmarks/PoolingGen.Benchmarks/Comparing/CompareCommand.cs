using System.CommandLine;
using PoolingGen.Benchmarks.Peers;

namespace PoolingGen.Benchmarks.Comparing;

/// <summary><c>compare</c>: one layer after the other, all contenders in one process, a table at the end.</summary>
internal static class CompareCommand
{
    private const int DefaultRounds = 61;

    public static Command Create(Option<string?> layers)
    {
        Option<int> rounds = new("--rounds") { Description = "The turns that each contender takes.", DefaultValueFactory = _ => DefaultRounds };
        Option<bool> fixedShapes = new("--fixed") { Description = "Time the kernels whose shape the attribute fixes." };
        Option<bool> naive = new("--naive") { Description = "Time a naive loop too." };
        Option<FileInfo?> markdown = new("--markdown") { Description = "Write the report to this file." };
        Option<FileInfo?> readme = new("--readme") { Description = "Write the report between the compare markers of this file." };
        rounds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--rounds has to be at least 1.");
            }
        });

        var command = new Command("compare", "Times the kernels, ONNX Runtime and the read + write limit in turn.")
        {
            layers, rounds, fixedShapes, naive, markdown, readme,
        };
        command.SetAction(arguments =>
        {
            ReadmeSection? section = arguments.GetValue(readme) is FileInfo document ? new ReadmeSection(document.FullName) : null;
            string report = Compare(
                Layers.Matching(arguments.GetValue(layers)),
                arguments.GetValue(fixedShapes),
                arguments.GetValue(naive),
                arguments.GetValue(rounds)).ToString();

            Console.Write(report);
            section?.Replace(report);
            if (arguments.GetValue(markdown) is FileInfo file)
            {
                File.WriteAllText(file.FullName, report);
            }
        });
        return command;
    }

    private static CompareReport Compare(IReadOnlyList<Layer> layers, bool fixedShapes, bool naive, int rounds) =>
        new([.. layers.Select(layer => Measure(layer, fixedShapes, naive, rounds))], OnnxRuntimeCall(rounds), fixedShapes, rounds);

    private static Measurement Measure(Layer layer, bool fixedShapes, bool naive, int rounds)
    {
        using var contest = new LayerContest(layer);
        Contender kernel = fixedShapes ? contest.FixedKernel : contest.Kernel;
        Contender[] contenders = [kernel, contest.OnnxBlocked, contest.OnnxPlanar, contest.Limit, .. naive ? [contest.Naive] : (Contender[])[]];
        double[] medians = InterleavedTimer.Medians(contenders, rounds);
        return new Measurement(layer, medians[0], medians[1], medians[2], medians[3], naive ? medians[4] : null);
    }

    /// <summary>The time of a call that has a single element to compute.</summary>
    private static double OnnxRuntimeCall(int rounds)
    {
        Layer element = Layers.All[0] with { Channels = 1, Height = 1, Width = 1 };
        using var input = new NativeBuffer(element.InputLength);
        using var output = new NativeBuffer(element.OutputLength);
        input.Span.Clear();
        using var peer = new OnnxRuntimePeer(element, OnnxRuntimeLayout.Planar, input, output);
        return InterleavedTimer.Medians([new Contender("ONNX Runtime", output, peer.Run)], rounds)[0];
    }
}
