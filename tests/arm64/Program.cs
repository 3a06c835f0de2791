using System.Runtime.Loader;

// What "dotnet X.dll ..." is elsewhere: no SDK has such a host for another machine than its own. An assembly is the same
// on all machines, so what was built and tested here is what runs there.
string assembly = Path.GetFullPath(args[0]);
string folder = Path.GetDirectoryName(assembly)!;
AssemblyLoadContext.Default.Resolving += (context, name) =>
    Path.Combine(folder, $"{name.Name}.dll") is var file && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
return (int)AssemblyLoadContext.Default.LoadFromAssemblyPath(assembly).EntryPoint!.Invoke(null, [args[1..]])!;
