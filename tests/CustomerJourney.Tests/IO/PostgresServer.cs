using System.Diagnostics;
using Npgsql;

namespace CustomerJourney.Tests.IO;

/// <summary>A PostgreSQL server for the tests of one class, in a temporary folder, reached through a socket in it.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    /// <summary>A server refuses to run as root.</summary>
    private const string User = "postgres";

    /// <summary>By its path: what changes users is not always on that of a build.</summary>
    private const string RunUser = "/usr/sbin/runuser";

    private readonly string _folder = Path.Combine("/tmp", $"journey-pg-{Guid.NewGuid():N}"[..24]);

    /// <summary>Why there is no server on this machine; null where there can be one.</summary>
    public static string? Missing { get; } =
        Binaries is null ? "PostgreSQL is not installed (Debian: apt-get install postgresql)."
        : IsRoot && !(File.Exists(RunUser) && File.ReadLines("/etc/passwd").Any(line => line.StartsWith($"{User}:", StringComparison.Ordinal))) ? $"The tests run as root, and there is no user {User} to run PostgreSQL."
        : null;

    private static bool IsRoot => Environment.UserName == "root";

    private static string? Binaries =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
            : null;

    public string ConnectionString => $"Host={_folder};Username={User};Database=postgres;Pooling=false";

    public async Task<NpgsqlConnection> ConnectAsync()
    {
        NpgsqlConnection connection = new(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public async Task InitializeAsync()
    {
        if (Missing is not null) return;
        Directory.CreateDirectory(_folder);
        if (IsRoot) await RunAsync("chown", User, _folder);
        string data = Path.Combine(_folder, "data");
        await RunAsServerAsync("initdb", "-D", data, "-U", User, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
        await RunAsServerAsync("pg_ctl", "-D", data, "-l", Path.Combine(_folder, "log"), "-w", "-o", $"-k {_folder} -c listen_addresses= -c fsync=off -c timezone=Asia/Kuala_Lumpur", "start");
    }

    public async Task DisposeAsync()
    {
        if (Missing is not null) return;
        await RunAsServerAsync("pg_ctl", "-D", Path.Combine(_folder, "data"), "-m", "immediate", "-w", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private static Task RunAsServerAsync(string command, params string[] arguments)
    {
        string path = Path.Combine(Binaries!, command);
        return IsRoot ? RunAsync(RunUser, ["-u", User, "--", path, .. arguments]) : RunAsync(path, arguments);
    }

    private static async Task RunAsync(string command, params string[] arguments)
    {
        // The server keeps the output of the command that starts it open, so only errors before that are read.
        using Process process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = "/", RedirectStandardOutput = true, RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{command} {string.Join(' ', arguments)}: {await process.StandardError.ReadToEndAsync()}");
    }
}
