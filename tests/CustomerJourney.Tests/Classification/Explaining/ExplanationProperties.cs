using CustomerJourney.Classification;
using CustomerJourney.Classification.Explaining;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Classification.Tracking;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Classification.Explaining;

public class ExplanationProperties
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void Without_any_listed_piece_of_evidence_the_stage_or_the_score_is_another() => Check(one =>
    {
        if (one.Explain() is not { } explanation) return;
        foreach (StageReason reason in explanation.Reasons)
        {
            foreach (EvidencePiece piece in reason.Evidence)
            {
                StageExplanation? without = one.Explain(one.Events.Where((_, place) => place != piece.Position), one.AsOf);
                if (reason.Stage is null) Assert.NotEqual(explanation.Customer.DormantSince, without?.Customer.DormantSince);
                else Assert.True(without?.Stage != explanation.Stage || without?.Score != explanation.Score, $"{reason.Sentence}: {piece}");
            }
        }
    });

    [Fact]
    public void Every_reason_lists_just_the_events_that_made_it_hold() => Check(one =>
    {
        if (one.Explain() is not { } explanation) return;
        Assert.Equal(explanation.Customer.Current, explanation.Stage);
        Assert.Equal(ReasonReference.Of(one, explanation.Customer), explanation.Reasons.Select(reason => (
            reason.Kind, reason.Stage?.Position, reason.RuleNumber, reason.Touchpoint?.Id, reason.Held, reason.Decided, string.Join(' ', reason.Evidence.Select(piece => piece.Position)))));
        foreach (EvidencePiece piece in explanation.Reasons.SelectMany(reason => reason.Evidence))
        {
            JourneyEvent listed = one.Events[piece.Position];
            Assert.Equal((listed.Event, listed.StartedAt ?? listed.At, listed.Channel), (piece.Event, piece.At, piece.Channel));
            Assert.Equal(Math.Pow(2, -(one.AsOf - piece.At) / one.Rules.HalfLife), piece.Weight, 1e-12);
        }

        if (explanation.Stage is not { } stage) return;
        if (one.Rules.Current != CurrentStageRule.Latest) Assert.Equal(explanation.Support[stage.Position].Score, explanation.Score);
        Assert.Equal(explanation.Score, explanation.Reasons.Where(reason => reason.Stage is not null).SelectMany(reason => reason.Evidence).DistinctBy(piece => piece.Position).Sum(piece => piece.Weight), 1e-9);
    });

    [Fact]
    public void What_is_missing_puts_the_customer_into_the_stage_when_it_comes() => Check(one =>
    {
        if (one.Explain() is not { } explanation) return;
        Assert.InRange(explanation.Missing.Count, 0, StageExplanation.MostMissing);
        foreach (MissingEvidence missing in explanation.Missing)
        {
            DateTimeOffset? until = missing.Until is { } last && last < DateTimeOffset.MaxValue.AddDays(-1) ? last : null;
            if (missing.Stage is null)
            {
                Assert.False(one.With(missing.Events, until ?? one.AsOf).Customer.IsDormant);
                if (until is { } late && one.Rules.DormantAfter < TimeSpan.FromDays(1)) Assert.True(one.Explain(one.Events, late.AddTicks(1))!.Customer.IsDormant);
                continue;
            }

            Assert.True(missing.Stage.Position > (explanation.Stage?.Position ?? -1));
            if (missing.Events.Count > 0) AssertEnters(one, missing, one.AsOf);
            if (until is { } end) AssertEnters(one, missing, end);
            if (missing.Rule is null or SilenceRule || one.Rules.Current != CurrentStageRule.Latest) continue;
            if (until is { } before) Assert.False(HoldsAtTheEnd(one.With(missing.Events, before.AddTicks(1)), missing));
            if (LessOf(missing) is { } less) Assert.False(HoldsAtTheEnd(one.With(less, one.AsOf), missing));
        }
    });

    [Fact]
    public void A_tracker_with_all_events_in_its_horizon_explains_what_a_log_explains() => Check(one =>
    {
        if (one.Explain() is not { } explanation) return;
        StageTracker tracker = one.Classifier!.Track(options: new StageTrackerOptions { Lateness = TimeSpan.FromDays(3_000), KeptVisits = 1_000 });
        foreach (JourneyEvent arriving in LogGenerator.Shuffled(one.Events, one.Events.Length)) tracker.TrackAsync(arriving).AsTask().GetAwaiter().GetResult();
        StageExplanation tracked = tracker.ExplainAsync("ann", one.AsOf).AsTask().GetAwaiter().GetResult()!;
        Assert.Equal(explanation.ToJson(), tracked.ToJson());
        Assert.Equal(explanation, tracked);
        Assert.Equal(one.Classifier.Classify(JourneyLog.From(one.Events)).Explain("ann"), tracker.ExplainAsync("ann").AsTask().GetAwaiter().GetResult());
    });

    [Fact]
    public void A_tracker_that_has_sealed_events_lists_the_rest_and_counts_what_is_sealed() => Check(one =>
    {
        if (one.Explain() is not { } explanation) return;
        StageTracker tracker = one.Classifier!.Track(options: new StageTrackerOptions { Lateness = TimeSpan.FromHours(3), KeptVisits = 1_000 });
        foreach (JourneyEvent arriving in one.Events) tracker.TrackAsync(arriving).AsTask().GetAwaiter().GetResult();
        StageExplanation tracked = tracker.ExplainAsync("ann", one.AsOf).AsTask().GetAwaiter().GetResult()!;
        Assert.Equal(explanation.Stage, tracked.Stage);
        Assert.Equal(explanation.Missing.Select(missing => missing.Sentence), tracked.Missing.Select(missing => missing.Sentence));
        HashSet<(StageReasonKind, int?, DateTimeOffset)> all = [.. Pieces(explanation)];
        Assert.All(Pieces(tracked), piece => Assert.Contains(piece, all));
        if (tracked.Sealed is not { } earlier || tracked.Stage is not { } stage) return;
        Assert.All(Pieces(tracked), piece => Assert.True(piece.At >= earlier.Before));
        if (one.Rules.Current == CurrentStageRule.Latest) return;
        StageReason[] decided = [.. tracked.Reasons.Where(reason => reason.Stage is not null && reason.Kind != StageReasonKind.Silence)];
        Assert.Equal(tracked.Customer.Stages[stage.Position].Events, earlier.Events + decided.Sum(reason => reason.Decided));
    });

    [Fact]
    public void Text_is_lines_of_visible_characters() => Check(one =>
    {
        if (one.Explain() is not { } explanation) return;
        Assert.EndsWith("\n", explanation.ToText(), StringComparison.Ordinal);
        Assert.DoesNotContain("  \n", explanation.ToText(), StringComparison.Ordinal);
        Assert.All(explanation.ToTable().Rows, row => Assert.Equal(explanation.ToTable().Columns.Count, row.Count));
        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse(explanation.ToJson());
        Assert.Equal(explanation.Score, json.RootElement.GetProperty("score").GetDouble());
    });

    private static IEnumerable<(StageReasonKind Kind, int? Rule, DateTimeOffset At)> Pieces(StageExplanation explanation) =>
        explanation.Reasons.SelectMany(reason => reason.Evidence.Select(piece => (reason.Kind, reason.RuleNumber, piece.At)));

    private static void AssertEnters(ExplainedCase one, MissingEvidence missing, DateTimeOffset at)
    {
        StageExplanation entered = missing.Events.Count == 0 ? one.Explain(one.Events, at)! : one.With(missing.Events, at);
        Assert.True(entered.Customer.Latest == missing.Stage, $"{missing.Sentence}, at {at:O}: {entered.Customer.Latest?.Name}");
    }

    private static bool HoldsAtTheEnd(StageExplanation explanation, MissingEvidence missing)
    {
        int last = explanation.Customer.Visits.Sum(visit => visit.Events) == 0 ? -1 : explanation.Reasons.SelectMany(reason => reason.Evidence).Select(piece => piece.Position).DefaultIfEmpty(-1).Max();
        return explanation.Reasons.Any(reason => reason.RuleNumber == missing.RuleNumber && reason.Evidence.Any(piece => piece.Position == last && piece.At >= explanation.AsOf!.Value.AddTicks(-1)));
    }

    /// <summary>One event less of a count, the least amount less of a total; null where there is no less.</summary>
    private static MissingEvent[]? LessOf(MissingEvidence missing) => missing.Events switch
    {
        [{ Amount: > 0 } events] when events.Pattern.MinimumValue is null => [events with { Amount = events.Amount - 0.0001m }],
        [{ Amount: null, Times: > 1 } events] => [events with { Times = events.Times - 1 }],
        _ => null,
    };

    private static void Check(Action<ExplainedCase> law) => Prop.ForAll(ExplainedCase.All, one =>
    {
        if (one.Classifier is not null) law(one);
    }).Check(Many);
}
