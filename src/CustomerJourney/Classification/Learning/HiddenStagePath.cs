using System.Globalization;
using System.Text;
using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Learning;

/// <summary>What a hidden stage model makes of one customer.</summary>
public sealed class HiddenStagePath : IJourneyResult
{
    internal HiddenStagePath()
    {
    }

    /// <summary>The id of the customer.</summary>
    public required string Customer { get; init; }

    /// <summary>The map of the model.</summary>
    public required Journey Journey { get; init; }

    /// <summary>The events that the model knows, in order; empty if there are none, or the model holds them impossible.</summary>
    public required IReadOnlyList<HiddenStageEvent> Events { get; init; }

    /// <summary>How many events the model does not know.</summary>
    public required int PassedOver { get; init; }

    /// <summary>Whether the model holds the customer's events impossible.</summary>
    public required bool IsImpossible { get; init; }

    /// <summary>The natural logarithm of the probability of the events, whatever the stages; <see langword="null"/> where there are no <see cref="Events"/>.</summary>
    public required double? LogLikelihood { get; init; }

    /// <summary>The natural logarithm of the probability of the events together with the most probable path, at most <see cref="LogLikelihood"/>; <see langword="null"/> where there are no <see cref="Events"/>.</summary>
    public required double? LogProbability { get; init; }

    /// <summary>The probability of the most probable path, the events known, 0…1; <see langword="null"/> where there are no <see cref="Events"/>.</summary>
    public double? Probability => LogProbability - LogLikelihood is { } difference ? Math.Min(1, Math.Exp(difference)) : null;

    /// <inheritdoc/>
    public string Title => $"Hidden stages of {Customer}";

    /// <inheritdoc/>
    public ResultTable ToTable() => new()
    {
        Columns =
        [
            new ResultColumn { Name = "At", Kind = ResultColumnKind.Instant },
            new ResultColumn { Name = "Event", Kind = ResultColumnKind.Text },
            new ResultColumn { Name = "Stage", Kind = ResultColumnKind.Text },
            .. Journey.Stages.Select(stage => new ResultColumn { Name = $"P({Journey.StageNames.Label(stage)})", Kind = ResultColumnKind.Share }),
        ],
        Rows = [.. Events.Select(one => (IReadOnlyList<object?>)[one.At, one.Event, Journey.StageNames.Label(one.Stage), .. one.Probabilities.Cast<object?>()])],
    };

    /// <summary>The explanation as text, a line for each event: <c>2026-03-01 12:00:00Z open: Look (Look 94.1 %, Buy 5.9 %)</c>. Stages below one percent are left out; what would break a line or hide in a name is made visible.</summary>
    public override string ToString()
    {
        const double Least = 0.01;
        if (Events.Count == 0)
            return $"{VisibleText.Of(Customer)}: {(IsImpossible ? "the model holds these events impossible" : string.Create(CultureInfo.InvariantCulture, $"none of {PassedOver} events is known to the model"))}.";
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{VisibleText.Of(Customer)}: {Label(Events[^1].Stage)}, with probability {Percent(Events[^1].Probability)}; the path as a whole {Percent(Probability!.Value)}.");
        foreach (HiddenStageEvent one in Events)
        {
            IEnumerable<string> shares = Journey.Stages.Where(stage => one.Probabilities[stage.Position] >= Least)
                .OrderByDescending(stage => one.Probabilities[stage.Position]).ThenBy(stage => stage.Position)
                .Select(stage => $"{Label(stage)} {Percent(one.Probabilities[stage.Position])}");
            text.Append(CultureInfo.InvariantCulture, $"\n{one.At:u} {VisibleText.Of(one.Event)}: {Label(one.Stage)} ({string.Join(", ", shares)})");
        }

        return text.ToString();

        string Label(Stage stage) => VisibleText.Of(Journey.StageNames.Label(stage));

        static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");
    }
}
