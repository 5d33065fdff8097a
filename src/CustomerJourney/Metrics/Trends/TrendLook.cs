namespace CustomerJourney.Metrics.Trends;

/// <summary>One look at one place by one rule: what is corrected for, together with all others of the rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Series">The trend that was looked at, by its number.</param>
/// <param name="Place">The period; for a change point, the number of the first usable period of the new level.</param>
/// <param name="PValue">The p-value of the look, which holds what is searched within it.</param>
/// <param name="Fires">Whether the classical rule is met.</param>
internal readonly record struct TrendLook(TrendRules Rule, int Series, int Place, double PValue, bool Fires);
