using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.Maps;

/// <summary>
/// Where a journey changes its channel, for a customer who takes the touchpoints in map order. What takes place on no channel is passed over.
/// A break is no fault: it is where a journey over several channels holds together or does not.
/// </summary>
public sealed class ChannelBreakList : IJourneyResult
{
    private readonly Journey _journey;
    private readonly (Touchpoint From, Touchpoint To)[] _steps;

    internal ChannelBreakList(Journey journey, Persona? persona)
    {
        _journey = journey;
        Persona = persona;
        Touchpoint[] placed = [.. journey.Touchpoints.Where(touchpoint => touchpoint.Channel is not null && (persona is null || touchpoint.IsFor(persona)))];
        _steps = [.. placed.Zip(placed.Skip(1))];
        Breaks = [.. _steps.Where(step => step.From.Channel != step.To.Channel).Select(step => new ChannelBreak { From = step.From, To = step.To })];
    }

    /// <summary>Whose way it is; <see langword="null"/> for one that takes every touchpoint.</summary>
    public Persona? Persona { get; }

    /// <summary>All breaks in journey order; empty when the journey stays on one channel.</summary>
    public IReadOnlyList<ChannelBreak> Breaks { get; }

    /// <summary>How many steps there are from one touchpoint with a channel to the next; breaks are those that change it.</summary>
    public int Steps => _steps.Length;

    /// <summary>The share of steps that change the channel, 0 to 1; <see langword="null"/> without steps.</summary>
    public double? Rate => Steps == 0 ? null : (double)Breaks.Count / Steps;

    /// <inheritdoc/>
    public string Title => $"Channel breaks of {Phrase.Quote(_journey.Name)}{(Persona is null ? "" : $", {_journey.PersonaNames.Label(Persona)}")}";

    /// <summary>The breaks within a stage, in journey order.</summary>
    /// <param name="stage">A stage of the map.</param>
    public IReadOnlyList<ChannelBreak> Within(Stage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return [.. Breaks.Where(found => found.From.Stage == stage && found.To.Stage == stage)];
    }

    /// <summary>The break on the way out of a stage; <see langword="null"/> when the next touchpoint in a later stage is on the same channel or there is none.</summary>
    /// <param name="stage">A stage of the map.</param>
    public ChannelBreak? After(Stage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return Breaks.FirstOrDefault(found => found.From.Stage == stage && found.IsBetweenStages);
    }

    /// <summary>One row a break, in journey order.</summary>
    public ResultTable ToTable() => new()
    {
        Columns =
        [
            new() { Name = "From", Kind = ResultColumnKind.Text }, new() { Name = "From channel", Kind = ResultColumnKind.Text }, new() { Name = "To", Kind = ResultColumnKind.Text },
            new() { Name = "To channel", Kind = ResultColumnKind.Text }, new() { Name = "Between stages", Kind = ResultColumnKind.Flag }, new() { Name = "Changes medium", Kind = ResultColumnKind.Flag },
        ],
        Rows = [.. Breaks.Select(IReadOnlyList<object?> (row) =>
        [
            _journey.TouchpointNames.Label(row.From), _journey.ChannelNames.Label(row.From.Channel!), _journey.TouchpointNames.Label(row.To), _journey.ChannelNames.Label(row.To.Channel!),
            row.IsBetweenStages, row.ChangesMedium,
        ])],
    };
}
