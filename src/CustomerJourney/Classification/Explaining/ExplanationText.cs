using System.Globalization;
using System.Text;
using CustomerJourney.Building;
using CustomerJourney.Classification.Rules;

namespace CustomerJourney.Classification.Explaining;

/// <summary>An explanation in plain English. Whatever comes from outside stands in quotes and on one line.</summary>
internal static class ExplanationText
{
    public static string Of(StageExplanation explanation)
    {
        StringBuilder text = new();
        AddHead(text, explanation);
        int number = 0;
        foreach (StageReason reason in explanation.Reasons)
        {
            if (number == 0) text.Append("\nWhy:\n");
            text.Append(CultureInfo.InvariantCulture, $"{++number}. {reason.Sentence}\n");
            foreach (EvidencePiece piece in reason.Evidence) AddPiece(text, piece, isDormancy: reason.Stage is null);
        }

        AddSupport(text, explanation);
        if (explanation.Missing.Count > 0) text.Append(explanation.Stage is null ? "\nThis would be evidence:\n" : "\nMissing for later stages:\n");
        foreach (MissingEvidence missing in explanation.Missing) text.Append(CultureInfo.InvariantCulture, $"- {missing.Sentence}\n");
        return text.ToString();
    }

    private static void AddHead(StringBuilder text, StageExplanation explanation)
    {
        string asOf = explanation.AsOf is { } instant ? $", as of {ReasonText.Instant(Whole(instant))}" : "";
        string where = explanation.Stage is { } stage ? $"is in {RuleText.Name(stage.Name)}, {PolicyOf(explanation.Policy)}" : "is in no stage: nothing is evidence for one";
        text.Append(CultureInfo.InvariantCulture, $"Customer {RuleText.Name(explanation.Customer.Customer)} {where}{asOf} (times are UTC).\n");
        if (explanation.Customer.DormantSince is { } dormant) text.Append(CultureInfo.InvariantCulture, $"Dormant since {ReasonText.Instant(dormant)}.\n");
        if (explanation.Stage is null) return;
        text.Append(CultureInfo.InvariantCulture, $"Score {Number(explanation.Score)}: the listed events, each weighing 2^(-age / {RuleText.Duration(explanation.HalfLife)}){WeightOf(explanation, explanation.Stage)}.\n");
        if (explanation.Sealed is { } earlier)
            text.Append(CultureInfo.InvariantCulture, $"Earlier evidence, sealed before {ReasonText.Instant(earlier.Before)}: {Phrase.Number(earlier.Events)} {(earlier.Events == 1 ? "event" : "events")}, weight {Number(earlier.Weight)}.\n");
    }

    private static void AddPiece(StringBuilder text, EvidencePiece piece, bool isDormancy)
    {
        text.Append(CultureInfo.InvariantCulture, $"   - {ReasonText.Instant(piece.At)} {RuleText.Name(piece.Event)}");
        if (piece.Channel is not null) text.Append(CultureInfo.InvariantCulture, $" on channel {RuleText.Name(piece.Channel)}");
        if (piece.Id is not null) text.Append(CultureInfo.InvariantCulture, $", id {RuleText.Name(piece.Id)}");
        text.Append(CultureInfo.InvariantCulture, $", event {Phrase.Number(piece.Position + 1)}");
        if (piece.Amount is { } amount) text.Append(CultureInfo.InvariantCulture, $", amount {RuleText.Number(amount)}");
        if (!isDormancy) text.Append(CultureInfo.InvariantCulture, $", weight {Number(piece.Weight)}{(piece.Decided ? ", decided" : "")}");
        text.Append('\n');
    }

    private static void AddSupport(StringBuilder text, StageExplanation explanation)
    {
        StageSupport[] others = [.. explanation.Support.Where(support => support.Stage != explanation.Stage && support.Score > 0)];
        if (others.Length == 0) return;
        text.Append("\nOther stages:\n");
        foreach (StageSupport support in others)
            text.Append(CultureInfo.InvariantCulture, $"- {RuleText.Name(support.Stage.Name)}: score {Number(support.Score)}{WeightOf(explanation, support.Stage)}\n");
    }

    /// <summary>What the stages are compared by, where that is told by weight.</summary>
    private static string WeightOf(StageExplanation explanation, Stage stage) =>
        explanation.Policy == CurrentStageRule.RecencyWeighted ? $", recency weight {Number(explanation.Support[stage.Position].Weight)}" : "";

    private static string PolicyOf(CurrentStageRule policy) => policy switch
    {
        CurrentStageRule.Furthest => "the furthest stage ever reached",
        CurrentStageRule.RecencyWeighted => "the stage with the most recent weight of evidence",
        _ => "the stage of the latest evidence",
    };

    /// <summary>Just after the last event is told as the event itself.</summary>
    private static DateTimeOffset Whole(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
