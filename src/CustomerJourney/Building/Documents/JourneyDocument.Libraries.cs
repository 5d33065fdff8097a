namespace CustomerJourney.Building.Documents;

internal sealed partial class JourneyDocument
{
    private DocumentValue WritePersona(Persona persona, string path) => Begin(DocumentSchema.Persona, persona.Carried, path)
        .Add("id", persona.Id)
        .Add("name", persona.Names)
        .Add("headline", persona.Headline)
        .Add("isPrimary", DocumentValue.Flag(persona.IsPrimary))
        .Add("share", persona.Share)
        .Add("basis", persona.Basis)
        .Add("quote", persona.Quote)
        .Add("imageUri", persona.Image)
        .AddObject("geographic", DocumentSchema.Geographic, facts => WriteGeographic(persona.Geographic ?? new(), facts))
        .AddObject("demographic", DocumentSchema.Demographic, facts => WriteDemographic(persona.Demographic ?? new(), facts))
        .AddObject("psychographic", DocumentSchema.Psychographic, facts => WritePsychographic(persona.Psychographic ?? new(), facts))
        .AddObject("behavioural", DocumentSchema.Behavioral, facts => WriteBehavioral(persona.Behavioral ?? new(), facts))
        .AddIds("evidenceIds", persona.Evidence, evidence => evidence.Id)
        .AddObjects(DocumentSchema.ObservedAs, DocumentSchema.PersonaRule, persona.ObservationRules, (rule, part) => part.Add("attribute", rule.Attribute).Add("value", rule.Value))
        .End();

    private static void WriteGeographic(GeographicFacts facts, DocumentBuilder part) => part
        .Add("country", facts.Country)
        .Add("place", facts.Place)
        .Add("livingThere", facts.LivingThere);

    private static void WriteDemographic(DemographicFacts facts, DocumentBuilder part) => part
        .Add("ageMin", facts.LowestAge)
        .Add("ageMax", facts.HighestAge)
        .Add("gender", facts.Gender)
        .Add("occupation", facts.Occupation)
        .Add("householdIncome", facts.HouseholdIncome)
        .Add("education", facts.Education);

    private static void WritePsychographic(PsychographicFacts facts, DocumentBuilder part) => part
        .Add("lifestyle", facts.Lifestyle)
        .Add("values", facts.Values)
        .Add("attitudes", facts.Attitudes)
        .Add("goals", facts.Goals)
        .Add("needs", facts.Needs)
        .Add("painPoints", facts.PainPoints);

    private static void WriteBehavioral(BehavioralFacts facts, DocumentBuilder part) => part
        .Add("lookingFor", facts.LookingFor)
        .Add("brandInteractions", facts.BrandInteractions)
        .Add("expectations", facts.Expectations)
        .Add("interests", facts.Interests)
        .AddIds("preferredChannelIds", facts.PreferredChannels, channel => channel.Id)
        .Add("devices", facts.Devices);

    private DocumentValue WriteChannel(TouchpointChannel channel, string path) => Begin(DocumentSchema.Channel, channel.Carried, path)
        .Add("id", channel.Id)
        .Add("name", channel.Names)
        .Add("category", channel.CategoryName)
        .Add<ChannelMedium>("medium", channel.Medium)
        .Add("ownership", channel.Ownership)
        .End();

    private DocumentValue WriteDepartment(Department department, string path) => Begin(DocumentSchema.Department, department.Carried, path)
        .Add("id", department.Id)
        .Add("name", department.Names)
        .End();

    private DocumentValue WriteMetric(Metric metric, string path) => Begin(DocumentSchema.Metric, metric.Carried, path)
        .Add("id", metric.Id)
        .Add("name", metric.Names)
        .Add("kind", metric.Kind, DocumentSpellings.MetricKinds)
        .Add<MetricUnit>("unit", metric.Unit)
        .Add("currency", metric.Currency)
        .Add<MetricDirection>("direction", metric.Direction)
        .Add("category", metric.Category, DocumentSpellings.MetricCategories)
        .Add("formula", metric.Formula)
        .AddObject("range", DocumentSchema.MetricRange, range => range.Add("min", metric.Range?.Lowest).Add("max", metric.Range?.Highest))
        .Add("baseline", metric.Baseline)
        .Add("target", metric.Target)
        .Add("observations", metric.Observations, WriteObservation)
        .End();

    private DocumentValue WriteObservation(MetricObservation observation, string path) => Begin(DocumentSchema.Observation, observation.Carried, path)
        .Add("at", observation.At)
        .Add("value", observation.Value)
        .Add("sampleSize", observation.SampleSize)
        .Add("personaId", observation.Persona?.Id)
        .Add("source", observation.Source)
        .End();

    private DocumentValue WriteEvidence(Evidence evidence, string path) => Begin(DocumentSchema.Evidence, evidence.Carried, path)
        .Add("id", evidence.Id)
        .Add<EvidenceKind>("type", evidence.Kind)
        .Add("title", evidence.Titles)
        .Add("sampleSize", evidence.SampleSize)
        .Add("collectedOn", evidence.CollectedOn)
        .Add("uri", evidence.Uri)
        .End();
}
