using System.Reflection;

// What "dotnet X.dll ..." is elsewhere: there is no such host for another machine than this. An assembly is the same on
// all of them, and so what was built and tested here is what runs there.
return (int)Assembly.LoadFrom(args[0]).EntryPoint!.Invoke(null, [args[1..]])!;
