namespace CustomerJourney.Events;

/// <summary>What to heed of the result of one group of a breakdown.</summary>
/// <param name="Message">The sentence about this group.</param>
/// <param name="OfSeveral">The same as the end of a sentence about several groups ("rest on fewer than 10 observations"); <see langword="null"/> where only the sentence itself can be said.</param>
internal readonly record struct GroupRemark(string Message, string? OfSeveral);
