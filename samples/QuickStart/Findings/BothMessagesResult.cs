using CustomerJourney.Statistics;

namespace QuickStart.Findings;

/// <summary>The recommendations of customers by which of two messages they had read.</summary>
internal sealed record BothMessagesResult
{
    public required NetSample OnlyOne { get; init; }

    public required NetSample OnlyOther { get; init; }

    public required NetSample Both { get; init; }
}
