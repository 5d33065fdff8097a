namespace CustomerJourney.Metrics;

/// <summary>What a tally of a survey knows beside its counts.</summary>
internal sealed record SurveyFacts(IReadOnlyList<string> Questions, SurveyWeighting? Weighting);
