using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.Maps;

/// <summary>Which persona comes to which touchpoint and how it feels to them: touchpoints down, personas across. All personas of the map, followed or not.</summary>
public sealed class PersonaMatrix : IJourneyResult
{
    private readonly Journey _journey;

    internal PersonaMatrix(Journey journey)
    {
        _journey = journey;
        Cells = new MadeList<PersonaPresence>(
            (long)journey.Touchpoints.Count * journey.Personas.Count,
            place => CellOf(journey.Touchpoints[(int)(place / journey.Personas.Count)], journey.Personas[(int)(place % journey.Personas.Count)]));
    }

    /// <summary>All cells, touchpoint by touchpoint in journey order, each in the order of personas; empty for a map without personas or touchpoints. Cells are made when they are asked for and not kept: equal ones, not the same. More than <see cref="int.MaxValue"/> cells have no count, and can be enumerated.</summary>
    public IReadOnlyList<PersonaPresence> Cells { get; }

    /// <inheritdoc/>
    public string Title => $"Personas by touchpoint of {Phrase.Quote(_journey.Name)}";

    /// <summary>Finds a cell.</summary>
    /// <param name="touchpoint">A touchpoint of the map, by name or id.</param>
    /// <param name="persona">A persona of the map, by name or id.</param>
    /// <exception cref="KeyNotFoundException">The map has no such touchpoint or persona.</exception>
    /// <exception cref="ArgumentException">Several touchpoints or personas have the name; the message lists their ids.</exception>
    public PersonaPresence this[string touchpoint, string persona]
    {
        get
        {
            Touchpoint row = _journey.FindTouchpoint(touchpoint)
                ?? throw new KeyNotFoundException($"The journey {Phrase.Quote(_journey.Name)} has no touchpoint {Phrase.Quote(touchpoint)}; {Phrase.Known("touchpoints", _journey.Touchpoints.Select(known => known.Name))}.");
            Persona column = _journey.FindPersona(persona)
                ?? throw new KeyNotFoundException($"The journey {Phrase.Quote(_journey.Name)} has no persona {Phrase.Quote(persona)}; {Phrase.Known("personas", _journey.Personas.Select(known => known.Name))}.");
            return CellOf(row, column);
        }
    }

    /// <summary>One row a touchpoint; for each persona a column that says whether it comes and one that says how it feels.</summary>
    public ResultTable ToTable() => new()
    {
        Columns =
        [
            new() { Name = "Stage", Kind = ResultColumnKind.Text }, new() { Name = "Touchpoint", Kind = ResultColumnKind.Text },
            .. _journey.Personas.SelectMany(IEnumerable<ResultColumn> (persona) =>
            [
                new() { Name = $"Comes: {_journey.PersonaNames.Label(persona)}", Kind = ResultColumnKind.Flag }, new() { Name = $"Emotion: {_journey.PersonaNames.Label(persona)}", Kind = ResultColumnKind.Number },
            ]),
        ],
        Rows =
        [
            .. _journey.Touchpoints.Select(IReadOnlyList<object?> (touchpoint) =>
            [
                _journey.StageNames.Label(touchpoint.Stage), _journey.TouchpointNames.Label(touchpoint),
                .. _journey.Personas.Select(persona => CellOf(touchpoint, persona)).SelectMany(IEnumerable<object?> (cell) => [cell.Comes, cell.Emotion]),
            ]),
        ],
    };

    private static PersonaPresence CellOf(Touchpoint touchpoint, Persona persona)
    {
        bool comes = touchpoint.IsFor(persona);
        return new PersonaPresence
        {
            Touchpoint = touchpoint,
            Persona = persona,
            Comes = comes,
            Emotion = comes ? EmotionMoment.Of(touchpoint, place: 0, persona).Value : null,
            PainPoints = comes ? [.. touchpoint.PainPoints.Where(pain => pain.Personas.Count == 0 || pain.Personas.Contains(persona))] : [],
        };
    }
}
