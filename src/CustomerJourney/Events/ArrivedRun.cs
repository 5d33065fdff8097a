namespace CustomerJourney.Events;

/// <summary>Rows of one builder that stand together in the order of the source, and what its codes mean in the log.</summary>
/// <param name="Events">The events of the builder.</param>
/// <param name="FirstRow">The first of the rows, in the builder.</param>
/// <param name="Count">The number of rows.</param>
/// <param name="Ranks">The places of the builder's names in the log.</param>
internal readonly record struct ArrivedRun(ArrivedEvents Events, int FirstRow, int Count, NameRanks Ranks);
