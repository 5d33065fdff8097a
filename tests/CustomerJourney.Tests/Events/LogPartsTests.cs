using System.Text;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Events;

/// <summary>Events dealt out to several builders, as threads deal out the chunks of a file, give the log of one builder.</summary>
public class LogPartsTests
{
    private const int MostParts = 4;

    [Fact]
    public void Chunks_dealt_out_to_parts_give_the_log_of_one_builder() => Prop.ForAll(LogGenerator.EventsWithDuplicates, Seeds, (events, seed) =>
    {
        foreach (DuplicateEvents duplicates in Enum.GetValues<DuplicateEvents>())
        {
            ReadOptions options = new() { Duplicates = duplicates, MaxDegreeOfParallelism = 1 + (seed & 1) };
            Row[] rows = [.. events.Select((one, index) => RowOf(one, index, new Random(seed ^ (7919 * index))))];
            JourneyLog whole = Build(options, [(0, 0, rows)]), dealt = Build(options, Deal(rows, new Random(seed)));
            LogColumnsComparer.Same(whole, dealt);
            Assert.Equal(whole.Quality.ToJson(), dealt.Quality.ToJson());
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_permutation_with_its_sequences_dealt_out_to_parts_gives_the_log_of_one_builder() => Prop.ForAll(LogGenerator.Events, Seeds, (events, seed) =>
    {
        Row[] rows = [.. events.Select((one, index) => RowOf(one, index, new Random(seed ^ (7919 * index))) with { Profile = null })];
        JourneyLog whole = Build(ReadOptions.Default, [(0, 0, rows)]);
        JourneyLog dealt = Build(ReadOptions.Default, Deal(LogGenerator.Shuffled(rows, seed), new Random(seed)));
        LogColumnsComparer.Same(whole, dealt);
        Assert.Equal(
            (whole.Quality.LinkedIds, whole.Quality.IdentityConflicts, whole.Quality.BrokenChanges, whole.Quality.RowsRead),
            (dealt.Quality.LinkedIds, dealt.Quality.IdentityConflicts, dealt.Quality.BrokenChanges, dealt.Quality.RowsRead));
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<int> Seeds { get; } = Gen.Choose(0, int.MaxValue).ToArbitrary();

    /// <summary>An event with all that only readers of files add: a change of a state, a link of ids, a profile, a further number of the sequence.</summary>
    private static Row RowOf(JourneyEvent one, int index, Random random) => new()
    {
        Event = one,
        Line = index + 1,
        Change = random.Next(3) == 0 ? ($"s{random.Next(3)}", $"s{random.Next(3)}") : null,
        Anonymous = random.Next(4) == 0 ? $"device {random.Next(5)}" : null,
        Alias = random.Next(9) == 0 ? $"old {random.Next(3)}" : null,
        Profile = random.Next(4) == 0 ? $"p{random.Next(3)}" : null,
        Detail = one.Sequence is not null && random.Next(2) == 0 ? random.Next(3) : null,
    };

    /// <summary>Cuts rows into chunks of random lengths, some of them empty, and gives each to a random part.</summary>
    private static List<(int Part, long Run, Row[] Rows)> Deal(Row[] rows, Random random)
    {
        List<(int, long, Row[])> chunks = [];
        for (int first = 0; first < rows.Length;)
        {
            int count = Math.Min(random.Next(6), rows.Length - first);
            chunks.Add((random.Next(MostParts), chunks.Count, rows[first..(first + count)]));
            first += count;
        }

        return chunks;
    }

    private static JourneyLog Build(ReadOptions options, IReadOnlyList<(int Part, long Run, Row[] Rows)> chunks)
    {
        LogBuilder[] parts = [.. Enumerable.Range(0, 1 + chunks.Select(chunk => chunk.Part).DefaultIfEmpty().Max()).Select(_ => new LogBuilder(options))];
        foreach ((int part, long run, Row[] rows) in chunks)
        {
            parts[part].BeginRun(run);
            foreach (Row row in rows) Add(parts[part], row);
        }

        return LogBuilder.Build(parts, CancellationToken.None);
    }

    private static void Add(LogBuilder builder, Row row)
    {
        JourneyEvent one = row.Event;
        EventRow fields = new()
        {
            Event = builder.EventNames.GetOrAdd(one.Event),
            At = one.At.UtcTicks,
            StartedAt = one.StartedAt?.UtcTicks ?? EventRow.None,
            RecordedAt = one.RecordedAt?.UtcTicks ?? EventRow.None,
            Sequence = one.Sequence ?? EventRow.None,
            Channel = one.Channel is null ? -1 : builder.ChannelNames.GetOrAdd(one.Channel),
            Id = one.Id,
        };
        if (one.Feedback is { } feedback)
        {
            (fields.HasFeedback, fields.FeedbackKind, fields.Score) = (true, feedback.Kind, feedback.Score);
            if (feedback.Question is not null) fields.Question = builder.Questions.GetOrAdd(feedback.Question);
            if (feedback.About is not null) fields.About = builder.AboutNames.GetOrAdd(feedback.About);
        }

        if (one.Value is decimal value)
        {
            fields.HasMoney = MoneyUnits.TryFrom(value, out fields.MoneyUnits);
            if (one.Currency is not null) fields.Currency = builder.Currencies.GetOrAdd(one.Currency);
        }

        builder.Add(fields, Encoding.UTF8.GetBytes(one.Customer), row.Line);
        if (row.Detail is int detail) builder.SetSequenceDetail(0, detail);
        if (row.Change is var (from, to)) builder.SetChange(builder.States.GetOrAdd(from), builder.States.GetOrAdd(to));
        foreach ((string name, string text) in one.Attributes)
        {
            int attribute = builder.EventAttribute(name);
            builder.SetEventAttribute(attribute, builder.EventAttributeValues(attribute).GetOrAdd(text));
        }

        foreach ((string name, string text) in one.CustomerAttributes)
        {
            int attribute = builder.CustomerAttribute(name);
            builder.SetCustomerAttribute(attribute, builder.CustomerAttributeValues(attribute).GetOrAdd(text));
        }

        if (row.Anonymous is not null) builder.LinkAnonymous(builder.CustomerNames.GetOrAdd(row.Anonymous), builder.CustomerNames.GetOrAdd(one.Customer), one.At.UtcTicks);
        if (row.Alias is not null) builder.LinkAlias(builder.CustomerNames.GetOrAdd(row.Alias), builder.CustomerNames.GetOrAdd(one.Customer));
        if (row.Profile is null) return;
        int plan = builder.CustomerAttribute("profile");
        // One value a customer: of profiles that disagree the last one wins, and parts have no order among theirs.
        builder.AddProfile(builder.CustomerNames.GetOrAdd(one.Customer), plan, builder.CustomerAttributeValues(plan).GetOrAdd($"profile of {one.Customer}"));
    }

    private sealed record Row
    {
        public required JourneyEvent Event { get; init; }

        public required long Line { get; init; }

        public (string From, string To)? Change { get; init; }

        public string? Anonymous { get; init; }

        public string? Alias { get; init; }

        public string? Profile { get; init; }

        public int? Detail { get; init; }
    }
}
