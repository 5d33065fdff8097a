using CustomerJourney.Analytics;
using CustomerJourney.Classification;
using CustomerJourney.Comparison;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Comparison;

public class JourneyComparisonTests
{
    private static readonly Nps Nps = new();

    [Fact]
    public void Groups_without_a_customer_in_common_are_compared_as_independent()
    {
        StagedLog a = SurveyLog.Staged(SurveyLog.Once(new Random(1), "a", 300)), b = SurveyLog.Staged(SurveyLog.Once(new Random(2), "b", 250));
        Csat csat = new();
        Ces ces = new();
        Funnel funnel = new("Look", "Buy", "Use");
        JourneyComparison comparison = JourneyComparison.Between(
            a, b, new() { Measures = [Nps, csat, ces, funnel, Nps.By(Dimension.Stage), csat.By(Dimension.Stage), funnel.By(Dimension.Channel.First)] });
        Assert.Equal(0, comparison.SharedCustomers);

        IReadOnlyList<(Analysis Analysis, string? Group, Figure Before, Figure After)> expected =
        [
            .. Pairs(Nps, null, a.Measure(Nps), b.Measure(Nps)),
            .. Pairs(csat, null, a.Measure(csat), b.Measure(csat)),
            .. Pairs(ces, null, a.Measure(ces), b.Measure(ces)),
            .. Pairs(funnel, null, a.Measure(funnel), b.Measure(funnel)),
            .. ByGroup(Nps.By(Dimension.Stage)),
            .. ByGroup(csat.By(Dimension.Stage)),
            .. ByGroup(funnel.By(Dimension.Channel.First)),
        ];
        Assert.Equal(expected.Count, comparison.Differences.Count);
        foreach (((Analysis analysis, string? group, Figure before, Figure after), Difference row) in expected.Zip(comparison.Differences))
        {
            Assert.Equal((analysis, group, before.Name), (row.Analysis, row.Group, row.Measure));
            SampleDifference between = SampleDifference.Between(before.Sample, after.Sample, 0.95);
            Assert.Equal(Scaled(between.Change, before.Scale), row.Change);
            Assert.Equal(between.Effect, row.Effect);
            Assert.Equal(between.Test, row.Test is null ? null : row.Test with { AdjustedPValue = row.Test.PValue });
            Assert.Equal(Scaled(before.Sample.Estimate(0.95), before.Scale), row.Baseline);
            Assert.Equal(Scaled(after.Sample.Estimate(0.95), before.Scale), row.Candidate);
        }

        IEnumerable<(Analysis, string?, Figure, Figure)> ByGroup<T>(Analysis<Breakdown<T>> question)
            where T : IComparableResult
        {
            Breakdown<T> before = a.Measure(question), after = b.Measure(question);
            return before.SelectMany(row => Pairs(question, row.Group, row.Result, after[row.Group]));
        }
    }

    [Fact]
    public void All_rows_that_have_a_test_are_one_family_corrected_by_Holm()
    {
        JourneyComparison comparison = JourneyComparison.Between(
            SurveyLog.Staged(SurveyLog.Once(new Random(3), "a", 200)), SurveyLog.Staged(SurveyLog.Once(new Random(4), "b", 200)));
        Difference[] tested = [.. comparison.Differences.Where(row => row.Test is not null)];
        Assert.True(tested.Length > 8);
        Assert.Equal(Multiplicity.Holm([.. tested.Select(row => row.Test!.PValue)]), tested.Select(row => row.Test!.AdjustedPValue));
        Assert.Equal(tested.Select(row => row.Group is null ? row.Measure : $"{row.Measure}, {row.Group}"), comparison.Family);
        Assert.All(comparison.Differences, row => Assert.Equal(row.Test?.AdjustedPValue < 0.05, row.IsShown));
    }

    [Fact]
    public void The_primary_measure_is_tested_alone_and_the_others_are_corrected_among_themselves()
    {
        StagedLog a = SurveyLog.Staged(SurveyLog.Once(new Random(3), "a", 200)), b = SurveyLog.Staged(SurveyLog.Once(new Random(4), "b", 200));
        Analysis byStage = Nps.By(Dimension.Stage);
        JourneyComparison comparison = JourneyComparison.Between(a, b, new() { Measures = [byStage, new Csat()], Primary = Nps });
        Difference primary = comparison.Of(Nps);
        Assert.Equal(primary.Test!.PValue, primary.Test.AdjustedPValue);
        Difference[] others = [.. comparison.Differences.Where(row => row.Analysis != Nps && row.Test is not null)];
        Assert.Equal(Multiplicity.Holm([.. others.Select(row => row.Test!.PValue)]), others.Select(row => row.Test!.AdjustedPValue));
        Assert.DoesNotContain("NPS", comparison.Family);
        Assert.Equal(others.Length, comparison.Family.Count);
        Assert.Equal([Nps, byStage, new Csat()], comparison.Definition.Measures);

        // Of a breakdown the first row is the primary one; the rest stays in the family.
        JourneyComparison grouped = JourneyComparison.Between(a, b, new() { Primary = byStage });
        Assert.Equal(grouped.Differences[0].Test!.PValue, grouped.Differences[0].Test!.AdjustedPValue);
        Assert.Equal(["NPS, Buy", "NPS, Use"], grouped.Family);
    }

    [Fact]
    public void Customers_seen_before_and_after_are_compared_by_the_paired_t_test()
    {
        // Before 3 5 4 6 2, after 4 7 4 7 4: differences 1 2 0 1 2, mean 1.2, standard deviation √0.7, t = 1.2/√(0.7/5) = 3.2071 with 4 degrees of freedom.
        int[] before = [3, 5, 4, 6, 2], after = [4, 7, 4, 7, 4];
        StagedLog staged = SurveyLog.Staged(before.Zip(after).SelectMany((scores, customer) => new[]
        {
            SurveyLog.New($"c{customer}", "page", SurveyLog.Spring),
            SurveyLog.Answer($"c{customer}", SurveyLog.Spring.AddDays(1), FeedbackKind.Ces, scores.First),
            SurveyLog.Answer($"c{customer}", SurveyLog.Autumn.AddDays(1), FeedbackKind.Ces, scores.Second),
        }));
        Ces ces = new();
        JourneyComparison comparison = JourneyComparison.Between(
            staged.Within(TimeRange.Quarter(2026, 2)), staged.Within(TimeRange.Quarter(2026, 4)), new() { Measures = [ces] });
        Assert.Equal(5, comparison.SharedCustomers);
        Difference row = comparison.Of(ces);
        double error = Math.Sqrt(0.7 / 5), half = StudentTDistribution.Quantile(0.975, 4) * error;
        Assert.Equal(1.2, row.Change!.Value, 1e-12);
        Assert.Equal(1.2 - half, row.Change.Lower, 1e-12);
        Assert.Equal(1.2 + half, row.Change.Upper, 1e-12);
        Assert.Equal(1.2 / error, row.Test!.Statistic, 1e-10);
        Assert.Equal(0.03268, row.Test.PValue, 1e-5);
        Assert.Equal((4.0, 5.2), (row.Baseline!.Value, row.Candidate!.Value));
        Assert.Contains(comparison.Warnings, warning => warning.StartsWith("5 customers stand on both sides", StringComparison.Ordinal));
    }

    [Fact]
    public void One_shared_customer_is_enough_to_forbid_a_test_that_assumes_independence()
    {
        JourneyEvent[] a = SurveyLog.Once(new Random(1), "a", 100), b = SurveyLog.Once(new Random(2), "b", 100);
        JourneyEvent[] guest = [SurveyLog.New("guest", "page", SurveyLog.Spring), SurveyLog.Answer("guest", SurveyLog.Spring.AddHours(1), FeedbackKind.Nps, 9)];
        JourneyComparison apart = JourneyComparison.Between(SurveyLog.Staged(a), SurveyLog.Staged(b));
        JourneyComparison shared = JourneyComparison.Between(SurveyLog.Staged([.. a, .. guest]), SurveyLog.Staged([.. b, .. guest]));
        Assert.All(apart.Differences.Where(row => row.Group != "Unassigned"), row => Assert.DoesNotContain("clustered", row.Change!.Method, StringComparison.Ordinal));
        Assert.Equal(["NPS/", "NPS/Look", "Look to Buy/"], shared.Differences.Where(row => row.Change?.Method.Contains("clustered", StringComparison.Ordinal) == true).Select(row => $"{row.Measure}/{row.Group}"));
        Assert.Equal("1 customer stands on both sides; in figures to which they add on both, differences are taken customer by customer.", shared.Warnings[0]);
        Assert.DoesNotContain(apart.Warnings, warning => warning.Contains("both sides", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_all_answers_count_customers_are_the_observations_even_of_groups_apart()
    {
        Nps all = new() { Counting = AnswerCounting.All };
        JourneyEvent[] a = SurveyLog.Once(new Random(1), "a", 200), b = SurveyLog.Once(new Random(2), "b", 200);
        StagedLog before = SurveyLog.Staged(a), after = SurveyLog.Staged(b);
        Analysis byStage = all.By(Dimension.Stage);
        JourneyComparison comparison = JourneyComparison.Between(before, after, new() { Measures = [all, byStage, Nps] });
        Assert.All(comparison.Differences.Where(row => row.Analysis != Nps && row.Group != "Unassigned"), row => Assert.Contains("clustered", row.Change!.Method, StringComparison.Ordinal));
        Assert.DoesNotContain("clustered", comparison.Of(Nps).Change!.Method, StringComparison.Ordinal);

        // The sides' own intervals are those of the metric itself.
        Assert.Equal(before.Measure(all).Estimate, comparison.Of(all).Baseline);
        Assert.Equal(after.Measure(all).Estimate, comparison.Of(all).Candidate);
        Assert.Equal(after.Measure(all.By(Dimension.Stage))["Buy"].Estimate, comparison.Of(byStage, "Buy").Candidate);
    }

    [Fact]
    public void The_default_measures_are_the_surveys_there_are_and_the_ways_between_stages()
    {
        StagedLog asked = SurveyLog.Staged([SurveyLog.New("a", "page", SurveyLog.Spring), SurveyLog.Answer("a", SurveyLog.Spring.AddDays(8), FeedbackKind.Csat, 4)]);
        StagedLog silent = SurveyLog.Staged([SurveyLog.New("b", "page", SurveyLog.Spring), SurveyLog.New("b", "page", SurveyLog.Spring.AddDays(40))]);
        Csat csat = new();
        Analysis[] expected = [csat, csat.By(Dimension.Stage), .. Ways(2)];
        Assert.Equal(expected, JourneyComparison.Between(asked, silent).Definition.Measures);
        Assert.Equal(expected, JourneyComparison.Between(silent, asked).Definition.Measures);
        Assert.Equal(Ways(10), JourneyComparison.Between(silent, silent).Definition.Measures);

        // A quarter of the time for which the side watched shorter was watched.
        static Analysis[] Ways(int days) => [new Funnel("Look", "Buy") { Window = TimeSpan.FromDays(days) }, new Funnel("Buy", "Use") { Window = TimeSpan.FromDays(days) }];
    }

    [Fact]
    public void A_side_that_was_watched_longer_does_not_look_better_for_it()
    {
        // The same process every day: a quarter of those who look buy 20 days later.
        JourneyEvent[] year = [.. Enumerable.Range(0, 396).SelectMany(day => Enumerable.Range(0, 8).SelectMany(index => new[]
        {
            SurveyLog.New($"{day:D3}-{index}", "page", SurveyLog.Spring.AddDays(day)),
            SurveyLog.New($"{day:D3}-{index}", index % 4 == 0 ? "paid" : "noise", SurveyLog.Spring.AddDays(day + 20)),
        }))];
        StagedLog log = SurveyLog.Staged(year);
        JourneyComparison comparison = JourneyComparison.Between(
            log.Within(new(SurveyLog.Spring, SurveyLog.Spring.AddDays(365))), log.Within(new(SurveyLog.Spring.AddDays(365), SurveyLog.Spring.AddDays(396))));
        Assert.DoesNotContain(comparison.Differences, row => row.IsShown);
    }

    [Fact]
    public void A_comparison_of_nothing_says_so()
    {
        Journey one = Journey.Create("One", map => map.AddStage("Only", stage => stage.AddTouchpoint("Page", touch => touch.ObservedAs("page"))));
        StagedLog log = one.Classify(JourneyLog.From([SurveyLog.New("a", "page", SurveyLog.Spring)]));
        JourneyComparison comparison = JourneyComparison.Between(log, log.WithoutCustomers([]));
        Assert.Empty(comparison.Differences);
        Assert.Contains(comparison.Warnings, warning => warning.StartsWith("Nothing was compared", StringComparison.Ordinal));
    }

    [Fact]
    public void Stages_that_one_map_lacks_have_rows_without_a_test()
    {
        Journey other = Journey.Create("Other", map => map
            .AddStage("Look", stage => stage.AddTouchpoint("Page", touch => touch.On(ChannelCategory.Website).ObservedAs("page")))
            .AddStage("Return", stage => stage.AddTouchpoint("Parcel", touch => touch.On(ChannelCategory.Website).ObservedAs("paid", "help"))));
        StagedLog a = SurveyLog.Staged(SurveyLog.Once(new Random(1), "a", 100)), b = other.Classify(JourneyLog.From(SurveyLog.Once(new Random(2), "b", 100)));
        JourneyComparison comparison = JourneyComparison.Between(a, b);
        Analysis byStage = Nps.By(Dimension.Stage);
        Difference lost = comparison.Of(byStage, "Buy"), won = comparison.Of(byStage, "Return");
        Assert.Equal("NPS, Buy: no data in the candidate.", lost.Verdict);
        Assert.Equal("NPS, Return: no data in the baseline.", won.Verdict);
        Assert.NotNull(lost.Baseline);
        Assert.Null(lost.Candidate);
        Assert.Null(won.Baseline);
        Assert.All([lost, won], row => Assert.Equal((null, null, null, false), (row.Change, row.Test, row.Effect, row.IsShown)));
        Assert.NotNull(comparison.Of(byStage, "Look").Test);
        Assert.DoesNotContain(comparison.Definition.Measures, measure => measure is Funnel);
    }

    [Fact]
    public void Without_data_a_row_says_so_and_nothing_else()
    {
        StagedLog some = SurveyLog.Staged(SurveyLog.Once(new Random(1), "a", 100)), none = SurveyLog.Staged([]);
        Ces ces = new();
        Funnel funnel = new("Look", "Buy");
        ComparisonOptions options = new() { Measures = [Nps, ces, funnel] };
        Assert.All(JourneyComparison.Between(some, none, options).Differences, row => Assert.EndsWith(": no data in the candidate.", row.Verdict, StringComparison.Ordinal));
        Assert.All(JourneyComparison.Between(none, some, options).Differences, row => Assert.EndsWith(": no data in the baseline.", row.Verdict, StringComparison.Ordinal));
        JourneyComparison empty = JourneyComparison.Between(none, none, options);
        Assert.Equal("Look to Buy: no data on either side.", empty.Of(funnel).Verdict);
        Assert.All(empty.Differences, row => Assert.Equal((null, null, null), (row.Baseline, row.Candidate, row.Test)));
        Assert.Empty(empty.Family);
        Assert.Empty(empty.Warnings);
    }

    [Fact]
    public void One_answer_is_too_few_but_it_is_data()
    {
        static StagedLog One(string customer) =>
            SurveyLog.Staged([SurveyLog.New(customer, "page", SurveyLog.Spring), SurveyLog.Answer(customer, SurveyLog.Spring, FeedbackKind.Ces, 5)]);
        Ces ces = new();
        JourneyComparison comparison = JourneyComparison.Between(One("a"), One("b"), new() { Measures = [ces] });
        Assert.Equal("CES: too few observations, or no variation, for a test.", comparison.Of(ces).Verdict);
        Assert.Equal("1 of 1 rows rests on fewer than 30 observations on one side: wide intervals and weak tests.", Assert.Single(comparison.Warnings));
    }

    [Fact]
    public void Verdicts_say_what_is_shown_and_what_is_not()
    {
        ComparisonOptions options = new() { Measures = [Nps], Level = 0.9 };
        Difference up = JourneyComparison.Between(Side("a", 60, 40), Side("b", 90, 10), options).Of(Nps);
        Assert.True(up.IsShown);
        Assert.Matches(@"^NPS is higher by 60 points \(90 % interval \+39\.56 to \+\d\d\.\d\d; p < 0\.001\)\.$", up.Verdict);
        Difference down = JourneyComparison.Between(Side("a", 90, 10), Side("b", 60, 40), options).Of(Nps);
        Assert.StartsWith("NPS is lower by 60 points (90 % interval -", down.Verdict, StringComparison.Ordinal);
        Difference same = JourneyComparison.Between(Side("a", 60, 40), Side("b", 60, 40), options).Of(Nps);
        Assert.False(same.IsShown);
        Assert.Matches(@"^NPS: no difference is shown \(90 % interval -\d+(\.\d+)? to \+\d+(\.\d+)? points; p = 1\.000\)\.$", same.Verdict);
    }

    [Fact]
    public void A_verdict_whose_interval_and_test_disagree_says_which_of_them_decides()
    {
        // 12 promoters of 20 against 17 of 20: the adjusted z is 1.72, above 1.645; Fisher's exact p is 0.155.
        Difference parted = JourneyComparison.Between(Side("a", 12, 8), Side("b", 17, 3), new() { Measures = [Nps], Level = 0.9 }).Of(Nps);
        Assert.True(parted.Change!.Lower > 0);
        Assert.False(parted.IsShown);
        Assert.InRange(parted.Test!.PValue, 0.15, 0.16);
        Assert.EndsWith("p = 0.155). The interval (adjusted Wald) and the test (exact randomization) disagree about 0; the test decides.", parted.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void A_verdict_names_the_number_of_tests_that_it_was_corrected_for()
    {
        JourneyComparison comparison = JourneyComparison.Between(
            SurveyLog.Staged(SurveyLog.Once(new Random(3), "a", 200)), SurveyLog.Staged(SurveyLog.Once(new Random(4), "b", 200)));
        Difference corrected = comparison.Differences.First(row => row.Test?.AdjustedPValue > row.Test?.PValue);
        Assert.Contains($" after correction for {comparison.Family.Count} tests", corrected.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_were_not_compared_are_answered_with_those_that_were()
    {
        StagedLog log = SurveyLog.Staged(SurveyLog.Once(new Random(3), "a", 20));
        Analysis byStage = Nps.By(Dimension.Stage);
        JourneyComparison comparison = JourneyComparison.Between(log, log, new() { Measures = [byStage] });
        Assert.Contains("was not compared", Assert.Throws<KeyNotFoundException>(() => comparison.Of(new Csat())).Message, StringComparison.Ordinal);
        Assert.Contains("'Look', 'Buy', 'Use'", Assert.Throws<KeyNotFoundException>(() => comparison.Of(byStage, "Buys")).Message, StringComparison.Ordinal);
        Assert.Contains("'Look', 'Buy', 'Use'", Assert.Throws<KeyNotFoundException>(() => comparison.Of(byStage)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => comparison.Of(null!));
    }

    [Fact]
    public void A_measure_named_twice_is_one_measure()
    {
        StagedLog a = SurveyLog.Staged(SurveyLog.Once(new Random(3), "a", 100)), b = SurveyLog.Staged(SurveyLog.Once(new Random(4), "b", 100));
        JourneyComparison comparison = JourneyComparison.Between(a, b, new() { Measures = [Nps, new Nps(), new Csat()] });
        Assert.Equal(["NPS", "CSAT"], comparison.Family);
    }

    [Fact]
    public void What_is_missing_is_refused()
    {
        StagedLog log = SurveyLog.Staged([]);
        Assert.Throws<ArgumentNullException>(() => JourneyComparison.Between(null!, log));
        Assert.Throws<ArgumentNullException>(() => JourneyComparison.Between(log, null!));
        Assert.Throws<ArgumentNullException>(() => new ComparisonOptions { Measures = [null!] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ComparisonOptions { Level = 1 });
        Assert.Throws<OperationCanceledException>(() => JourneyComparison.Between(log, log, cancellationToken: new CancellationToken(canceled: true)));
        Assert.Equal(new ComparisonOptions { Measures = [new Nps(), new Csat()], Primary = Nps }, new ComparisonOptions { Measures = [Nps, new Csat()], Primary = new Nps() });
        Assert.Equal(new ComparisonOptions { Measures = [Nps] }.GetHashCode(), new ComparisonOptions { Measures = [new Nps()] }.GetHashCode());
        Assert.NotEqual(new ComparisonOptions { Measures = [Nps] }, new ComparisonOptions { Measures = [new Csat()] });
    }

    [Fact]
    public void The_order_in_which_events_arrive_changes_no_bit()
    {
        JourneyEvent[] events = [.. SurveyLog.Twice(new Random(5), 150, 0.3).Select((e, index) => e with { Sequence = index })];
        ComparisonOptions options = new() { Measures = [Nps, Nps.By(Dimension.Stage), new Ces { Counting = AnswerCounting.All }, new Funnel("Look", "Use")] };
        (StagedLog before, StagedLog after) = SurveyLog.Seasons(events);
        JourneyComparison first = JourneyComparison.Between(before, after, options);
        new Random(6).Shuffle(events);
        (before, after) = SurveyLog.Seasons(events);
        JourneyComparison second = JourneyComparison.Between(before, after, options);
        Assert.Equal(first.Differences, second.Differences);
        Assert.Equal(first.Family, second.Family);
        Assert.Equal(first.ToTable().Rows, second.ToTable().Rows);
    }

    private static StagedLog Side(string prefix, int promoters, int detractors) => SurveyLog.Staged(Enumerable.Range(0, promoters + detractors).SelectMany(customer => new[]
    {
        SurveyLog.New($"{prefix}{customer:D3}", "page", SurveyLog.Spring),
        SurveyLog.Answer($"{prefix}{customer:D3}", SurveyLog.Spring, FeedbackKind.Nps, customer < promoters ? 10 : 0),
    }));

    private static IEnumerable<(Analysis, string?, Figure, Figure)> Pairs(Analysis analysis, string? group, IComparableResult before, IComparableResult after) =>
        before.Figures.Zip(after.Figures, (left, right) => (analysis, group, left, right));

    private static Estimate? Scaled(Estimate? estimate, double scale) =>
        estimate is null ? null : estimate with { Value = estimate.Value * scale, Lower = estimate.Lower * scale, Upper = estimate.Upper * scale };
}
