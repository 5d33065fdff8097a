using CustomerJourney.Classification.Machine;
using CustomerJourney.Classification.Rules;

namespace CustomerJourney.Classification.Tracking;

/// <summary>What all customers of a tracker share: map, rules, options, and how the memory of a customer is laid out.</summary>
internal sealed class TrackerDefinition
{
    public TrackerDefinition(Journey journey, StageRules rules, StageMachine machine, StageTrackerOptions options)
    {
        Journey = journey;
        Stages = [.. journey.Stages];
        Rules = rules;
        Machine = machine;
        Options = options;
        Visits = new VisitMemory(journey.Stages.Count, rules.HalfLife);
        VisitsSize = Visits.SizeFor(options.KeptVisits);
        Attributes = PersonaAttributes(journey);
        Fingerprint = RulesFingerprint.Of(journey, rules);
    }

    public Journey Journey { get; }

    public Stage[] Stages { get; }

    public StageRules Rules { get; }

    public StageMachine Machine { get; }

    public StageTrackerOptions Options { get; }

    public VisitMemory Visits { get; }

    /// <summary>The attributes of customers that the map's personas are told by, each once.</summary>
    public string[] Attributes { get; }

    /// <summary>What a stored state must have been made with.</summary>
    public string Fingerprint { get; }

    public int VisitsSize { get; }

    public int MemorySize => Machine.MemorySize + VisitsSize;

    /// <summary>Where the numbers of the machine begin in a customer's memory; those of the visits come first.</summary>
    public int MachineStart => VisitsSize;

    private static string[] PersonaAttributes(Journey journey)
    {
        List<string> names = [];
        foreach (string? name in (IEnumerable<string?>)[journey.PersonaAttribute, .. journey.Personas.SelectMany(persona => persona.ObservationRules).Select(rule => rule.Attribute)])
        {
            if (name is not null && !names.Contains(name)) names.Add(name);
        }

        return [.. names];
    }
}
