namespace QuickStart;

/// <summary>What was asked for cannot be done; the message says in one line why and what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);
