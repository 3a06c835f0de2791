using System.CommandLine;

namespace PoolingGen.Gallery;

internal static class Program
{
    public static int Main(string[] arguments) => Run(arguments, Console.Out, Console.Error);

    /// <summary>Does what the command line asks for.</summary>
    /// <returns>The exit code: 0, or 1 after one line on <paramref name="error"/> that says what is wrong.</returns>
    public static int Run(string[] arguments, TextWriter output, TextWriter error)
    {
        var picture = new Argument<string?>("picture")
        {
            Description = "The PNG or JPEG picture to pool. Without it, one is drawn.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var folder = new Option<string>("--output", "-o")
        {
            Description = "The folder for the pictures and the page.",
            HelpName = "folder",
            DefaultValueFactory = _ => "gallery",
        };
        var command = new RootCommand("Pools a picture with generated kernels and shows the results, the plans and the times.")
        {
            picture,
            folder,
        };
        command.SetAction(parsed => Show(parsed.GetValue(picture), parsed.GetRequiredValue(folder), output, error));
        return command.Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = error });
    }

    private static int Show(string? picturePath, string folderPath, TextWriter output, TextWriter error)
    {
        try
        {
            Picture picture = picturePath is null ? TestPicture.Draw() : Picture.Load(picturePath);
            string name = picturePath is null ? "drawn picture" : Path.GetFileName(picturePath);
            new Exhibition(picture, name, new OutputFolder(folderPath), output).Run();
            return 0;
        }
        catch (GalleryException exception)
        {
            error.WriteLine(exception.Message);
        }
        catch (OutOfMemoryException)
        {
            error.WriteLine("There is not enough memory for a picture of this size.");
        }

        return 1;
    }
}
