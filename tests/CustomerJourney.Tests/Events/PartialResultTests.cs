using System.Globalization;
using System.Numerics;
using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Events;

public class PartialResultTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly JourneyLog Small = JourneyLog.From([Answer("a", 10, "web"), Answer("b", 3, "mobile"), Answer("c", 8, null)]);
    private static readonly Analysis<Breakdown<NpsResult>> ByChannel = new Nps().By(Dimension.Channel);

    [Fact]
    public void Any_partition_of_the_customers_gives_the_same_bits() => Prop.ForAll(LogGenerator.Events, ArbMap.Default.ArbFor<int>(), (events, seed) =>
    {
        (JourneyLog whole, JourneyLog[] parts) = Partition(events, seed);
        ReportingCalendar berlin = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };
        Same(new OrderValue(), value => $"{value:R}");
        Same(new Turnover("EUR"), sum => $"{sum}");
        Same(new EventCount().By(Dimension.Attribute("plan").Top(2)), ResultText.Of);
        Same(new EventCount().By(Dimension.Calendar(CalendarUnit.Day).First, Dimension.EventAttribute("device").Last.Top(1)), ResultText.Of);
        Same(new OrderValue().By(Dimension.Channel, Dimension.Attribute("segment")), ResultText.Of);
        Same(new Revenue { EventName = "buy" }.By(Dimension.Currency), ResultText.Of);
        Same(new AverageOrderValue().By(Dimension.Currency.First, Dimension.Attribute("plan").Top(1)), ResultText.Of);
        Same(new RatioMetric(CustomerQuantity.EventCount("buy"), CustomerQuantity.ActiveDays()).By(Dimension.Channel, Dimension.Calendar(CalendarUnit.Day, berlin)), ResultText.Of);
        Same(new CustomerLifecycle(CalendarUnit.Day) { Calendar = berlin }.By(Dimension.Attribute("plan")), ResultText.Of);
        Same(new RepeatRate { EventName = "open", Window = TimeSpan.FromHours(40) }.By(Dimension.Channel.First), ResultText.Of);
        Same(new RevenuePerCustomer(CustomersCounted.All).By(Dimension.Attribute("plan")), ResultText.Of);
        foreach (AnswerCounting counting in Enum.GetValues<AnswerCounting>())
        {
            Same(new Nps { Counting = counting }.By(Dimension.Calendar(CalendarUnit.Day, berlin)), ResultText.Of);
            Same(new Nps { Counting = counting }.By(Dimension.Channel, Dimension.Calendar(CalendarUnit.Week)), ResultText.Of);
            Same(new Csat { Counting = counting }.By(Dimension.EventAttribute("device")), ResultText.Of);
            Same(new Ces { Counting = counting }.By(Dimension.Attribute("plan").Top(1), Dimension.Channel), ResultText.Of);
        }

        void Same<T>(Analysis<T> question, Func<T, string> text) => SameFrom(whole, parts, question, text, seed);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_partition_of_a_classified_log_gives_the_same_bits() => Prop.ForAll(LogGenerator.Events, ArbMap.Default.ArbFor<int>(), (events, seed) =>
    {
        (JourneyLog plain, JourneyLog[] plainParts) = Partition(events, seed);
        StagedLog whole = LogGenerator.Shop.Classify(plain);
        StagedLog[] parts = [.. plainParts.Select(LogGenerator.Shop.Classify)];
        SameFrom(whole, parts, new Nps().By(Dimension.Stage), ResultText.Of, seed);
        SameFrom(whole, parts, new Nps { Counting = AnswerCounting.All }.By(Dimension.Touchpoint, Dimension.Persona), ResultText.Of, seed);
        SameFrom(whole, parts, new EventCount().By(Dimension.CurrentStage, Dimension.Stage.AtFirst("buy")), ResultText.Of, seed);
        SameFrom(whole, parts, new CustomerRetention(TimeRange.Parse("2026-03-28/2026-03-30")) { ActiveWithin = TimeSpan.FromDays(1) }.By(Dimension.Persona), ResultText.Of, seed);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Cuts_of_one_log_merge_to_the_whole() => Prop.ForAll(LogGenerator.Events, events =>
    {
        JourneyLog log = JourneyLog.From(events);
        if (log.Schema.CustomerAttributes.Contains("plan"))
        {
            CustomerDimension plan = Dimension.Attribute("plan");
            JourneyLog[] parts = [.. events.Select(one => one.CustomerAttributes.GetValueOrDefault("plan")).OfType<string>().Append("None").Distinct().Select(value => log.Where(plan, value))];
            SameFrom(log, parts, new OrderValue().By(Dimension.Channel), ResultText.Of, 1);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parts_of_months_apart_keep_the_months_between_them()
    {
        Analysis<Breakdown<NpsResult>> byMonth = new Nps().By(Dimension.Calendar(CalendarUnit.Month));
        JourneyEvent late = Answer("b", 3, null) with { At = Noon.AddMonths(4) };
        Breakdown<NpsResult> merged = JourneyLog.From([late]).MeasurePart(byMonth).Merge(JourneyLog.From([Answer("a", 9, null)]).MeasurePart(byMonth)).ToResult();
        Assert.Equal(["2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "None"], merged.Select(row => row.Group));
        Assert.Equal(ResultText.Of(JourneyLog.From([late, Answer("a", 9, null)]).Measure(byMonth)), ResultText.Of(merged));
    }

    [Fact]
    public void Parts_of_logs_with_other_names_merge_by_name()
    {
        JourneyLog other = JourneyLog.From([Answer("x", 0, "app"), Answer("y", 10, "web"), Answer("z", 10, "zebra")]);
        Breakdown<NpsResult> merged = PartialResult<Breakdown<NpsResult>>.FromBytes(ByChannel, other.MeasurePart(ByChannel).ToBytes()).Merge(Small.MeasurePart(ByChannel)).ToResult();
        Assert.Equal(["app", "mobile", "web", "zebra", "None"], merged.Select(row => row.Group));
        Assert.Equal([1, 1, 2, 1, 1], merged.Select(row => row.Result.Responses));
        Assert.Equal((6L, 2L), (merged.Total.Responses, merged.Total.Detractors));
        DeadEnd question = new("noise");
        JourneyLog one = JourneyLog.From([Event("a", "noise"), Event("b", "zoo")]), two = JourneyLog.From([Event("c", "apple"), Event("d", "noise"), Event("e", "zoo")]), three = JourneyLog.From([Event("f", "zoo")]);
        Assert.Equal(2, one.MeasurePart(question).Merge(two.MeasurePart(question)).Merge(three.MeasurePart(question)).ToResult());
    }

    [Fact]
    public void Merging_leaves_both_parts_as_they_were()
    {
        PartialResult<Breakdown<NpsResult>> part = Small.MeasurePart(ByChannel), other = JourneyLog.From([Answer("d", 9, "web")]).MeasurePart(ByChannel);
        byte[] before = part.ToBytes();
        string answer = ResultText.Of(part.ToResult());
        Assert.Equal(4, part.Merge(other).ToResult().Total.Responses);
        Assert.Equal(4, other.Merge(part).ToResult().Total.Responses);
        Assert.Equal(answer, ResultText.Of(part.ToResult()));
        Assert.Equal(before, part.ToBytes());
    }

    [Fact]
    public void Parts_can_be_merged_by_many_threads_at_once()
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 2000).Select(index => Event($"{index}", "e") with { Value = index / 7m > 9 ? 0.1m : -12345.6789m }));
        OrderValue question = new();
        double? expected = log.MeasurePart(question).Merge(log.MeasurePart(question)).ToResult();
        for (int repeat = 0; repeat < 50; repeat++)
        {
            PartialResult<double?> part = log.MeasurePart(question), empty = JourneyLog.From([]).MeasurePart(question);
            Parallel.For(0, 8, _ => Assert.Equal(expected, part.Merge(part).Merge(empty).ToResult()));
        }
    }

    [Fact]
    public void Parts_of_other_questions_do_not_merge()
    {
        ArgumentException error = Assert.Throws<ArgumentException>("other", () => Small.MeasurePart(new Nps()).Merge(Small.MeasurePart(new Nps { Level = 0.9 })));
        Assert.Contains("0.95", error.Message, StringComparison.Ordinal);
        Assert.Contains("0.9,", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_do_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        Analysis<Breakdown<NpsResult>> question = new Nps { Level = 0.9 }.By(Dimension.Calendar(CalendarUnit.Day).At(Noon));
        byte[] bytes = Small.MeasurePart(question).ToBytes();
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fa-IR");
        try
        {
            Assert.Equal(bytes, Small.MeasurePart(question).ToBytes());
            Assert.Equal(3, PartialResult<Breakdown<NpsResult>>.FromBytes(question, bytes).ToResult().Total.Responses);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Bytes_of_another_question_or_version_are_refused_with_the_reason()
    {
        byte[] bytes = Small.MeasurePart(ByChannel).ToBytes();
        Assert.Contains("answers EventBreakdown", Refused(new Nps().By(Dimension.Channel.First), bytes), StringComparison.Ordinal);
        Assert.Contains("answers EventBreakdown", Refused(new Nps { Counting = AnswerCounting.All }.By(Dimension.Channel), bytes), StringComparison.Ordinal);
        byte[] next = [.. bytes];
        next[4]++;
        Assert.Equal("The partial result has format version 3; this library reads version 2.", Refused(ByChannel, next));
        Assert.Contains("are not a partial result", Refused(ByChannel, "PK\u0003\u0004............"u8), StringComparison.Ordinal);
        Assert.Contains("are not a partial result", Refused(ByChannel, []), StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_bytes_are_refused_wherever_the_damage_is()
    {
        byte[] bytes = Small.MeasurePart(ByChannel).ToBytes();
        for (int index = 0; index < bytes.Length; index++)
        {
            byte[] damaged = [.. bytes];
            damaged[index] ^= 0x10;
            Refused(ByChannel, damaged);
            Refused(ByChannel, bytes.AsSpan(0, index));
        }

        Refused(ByChannel, [.. bytes, 0]);
    }

    [Fact]
    public void Bytes_with_a_right_checksum_and_a_wrong_state_are_refused()
    {
        // Whoever can write files can also make checksums: each byte in turn becomes what is least expected.
        Analysis<Breakdown<double?>> values = new OrderValue().By(Dimension.Channel, Dimension.Channel);
        Analysis<Breakdown<ShareResult>> retention = new CustomerRetention(TimeRange.Quarter(2026, 1)).By(Dimension.Channel.First.Top(1));
        CheckAll(ByChannel);
        CheckAll(values);
        CheckAll(retention);
        CheckAll(new Turnover(null));

        static void CheckAll<T>(Analysis<T> question)
        {
            byte[] bytes = Small.MeasurePart(question).ToBytes();
            for (int index = 8; index < bytes.Length - 4; index++)
            {
                foreach (byte value in new byte[] { 0x00, 0x02, 0x7F, 0x80, 0xFF })
                {
                    byte[] forged = [.. bytes];
                    forged[index] = value;
                    try
                    {
                        PartialResult<T>.FromBytes(question, Signed(forged)).ToResult();
                    }
                    catch (Exception error) when (error is InvalidDataException or OverflowException)
                    {
                        // Sums of forged counts may overflow, which is checked; nothing else may come out.
                    }
                }

                // The end of the state is missing, and the checksum is right all the same.
                Refused(question, Signed([.. bytes[..index], 0, 0, 0, 0]));
            }

            Refused(question, Signed([.. bytes, 0]));
        }
    }

    [Fact]
    public void Impossible_counts_are_refused()
    {
        // The last eight bytes of a tally are the squared numbers of answers, the eight before the first of them the scores.
        byte[] bytes = Small.MeasurePart(new Nps()).ToBytes();
        byte[] negative = [.. bytes];
        negative.AsSpan(bytes.Length - 4 - 8, 8).Fill(0xFF);
        Assert.Contains("negative", Refused(new Nps(), Signed(negative)), StringComparison.Ordinal);
        CustomerRetention retention = new(TimeRange.Quarter(2026, 1));
        byte[] more = Small.MeasurePart(retention).ToBytes();
        more[^12] = 77;
        Assert.Equal("77 customers won back of 0 kept of 0 is not possible.", Refused(retention, Signed(more)));
    }

    [Fact]
    public void An_analysis_that_does_not_save_its_state_says_how_to()
    {
        VisitCounter question = new("x", false);
        string message = Assert.Throws<NotSupportedException>(() => Small.MeasurePart(question).ToBytes()).Message;
        Assert.Contains("VisitCounter", message, StringComparison.Ordinal);
        Assert.Contains("override Save and Load", message, StringComparison.Ordinal);
        Assert.Equal(6, Small.MeasurePart(question).Merge(Small.MeasurePart(question)).ToResult());
        Assert.Contains("override Save and Load", Assert.Throws<NotSupportedException>(() => Small.MeasurePart(new Silent().By(Dimension.Channel)).ToBytes()).Message, StringComparison.Ordinal);
    }

    private static string Refused<T>(Analysis<T> question, ReadOnlySpan<byte> bytes)
    {
        try
        {
            PartialResult<T>.FromBytes(question, bytes);
        }
        catch (InvalidDataException error)
        {
            return error.Message;
        }

        throw new Xunit.Sdk.XunitException($"{bytes.Length} bytes that are no partial result were read.");
    }

    private static byte[] Signed(byte[] bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes.AsSpan(0, bytes.Length - 4)) crc = BitOperations.Crc32C(crc, value);
        BitConverter.TryWriteBytes(bytes.AsSpan(bytes.Length - 4), ~crc);
        return bytes;
    }

    /// <summary>A log, and the same customers in several logs. Each part has a customer with every attribute, because a log without an attribute refuses to be asked about it.</summary>
    private static (JourneyLog Whole, JourneyLog[] Parts) Partition(JourneyEvent[] events, int seed)
    {
        Random random = new(seed);
        int count = random.Next(1, 5);
        Dictionary<string, int> partOf = events.Select(one => one.Customer).Distinct().ToDictionary(customer => customer, _ => random.Next(count));
        JourneyEvent[] full = [.. Enumerable.Range(0, count).Select(part => Event($"full {part}", "open") with { At = LogGenerator.Start, Attributes = Attributes("device"), CustomerAttributes = Attributes("plan", "segment") })];
        CustomerProfile sleeper = new() { Customer = "sleeper", Attributes = Attributes("plan") };
        JourneyLog[] parts =
        [
            .. Enumerable.Range(0, count).Select(part => JourneyLog.From([.. events.Where(one => partOf[one.Customer] == part), full[part]], part == 0 ? [sleeper] : null)),
        ];
        return (JourneyLog.From([.. events, .. full], [sleeper]), parts);

        static Dictionary<string, string> Attributes(params string[] names) => names.ToDictionary(name => name, _ => "listed");
    }

    private static void SameFrom<T>(JourneyLog whole, JourneyLog[] parts, Analysis<T> question, Func<T, string> text, int seed)
    {
        string expected = text(whole.Measure(question));
        Assert.Equal(expected, text(Merged(parts, question, false, seed)));
        Assert.Equal(expected, text(Merged(parts, question, true, seed + 1)));
    }

    private static T Merged<T>(JourneyLog[] parts, Analysis<T> question, bool throughBytes, int seed)
    {
        List<PartialResult<T>> answers = [.. LogGenerator.Shuffled(parts, seed).Select(part => part.MeasurePart(question, new() { MaxDegreeOfParallelism = 1 }))];
        if (throughBytes) answers = [.. answers.Select(answer => PartialResult<T>.FromBytes(question, answer.ToBytes()))];
        // A tree of merges, not only one after the other.
        while (answers.Count > 1)
        {
            PartialResult<T> merged = answers[0].Merge(answers[1]);
            answers.RemoveRange(0, 2);
            answers.Add(throughBytes ? PartialResult<T>.FromBytes(question, merged.ToBytes()) : merged);
        }

        return answers[0].ToResult();
    }

    private static JourneyEvent Event(string customer, string name) => new() { Customer = customer, Event = name, At = Noon };

    private static JourneyEvent Answer(string customer, double score, string? channel) => Event(customer, "survey") with { Channel = channel, Feedback = new(FeedbackKind.Nps, score), Value = 1.5m };

    private sealed record DeadEnd(string Event) : Analysis<long>
    {
        public override Accumulator<long> CreateAccumulator(LogSchema schema) => new Counter(schema.EventCode(Event));

        private sealed class Counter(int code) : Accumulator<long>
        {
            private long _customers;

            public override void Add(in CustomerTrace trace)
            {
                if (trace.Events[^1] == code) _customers++;
            }

            public override void Merge(Accumulator<long> other) => _customers += ((Counter)other)._customers;

            public override long ToResult() => _customers;
        }
    }

    private sealed record Silent : EventMetric<int>
    {
        public override Tally<int> CreateTally() => new None();

        private sealed class None : Tally<int>
        {
            public override void Add(in TraceEvent e)
            {
            }

            public override void Merge(Tally<int> other)
            {
            }

            public override int ToResult() => 0;
        }
    }
}
