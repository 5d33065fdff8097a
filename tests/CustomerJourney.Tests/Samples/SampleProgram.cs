using System.Diagnostics;
using System.Text;

namespace CustomerJourney.Tests.Samples;

/// <summary>Starts a sample as a user does.</summary>
internal static class SampleProgram
{
    public static (int Code, string Output, string Error) Run(string name, params string[] arguments) => RunIn(AppContext.BaseDirectory, name, arguments);

    public static (int Code, string Output, string Error) RunIn(string folder, string name, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, $"{name}.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
