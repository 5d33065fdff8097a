namespace CustomerJourney.Events;

/// <summary>The result of a group that is read in the light of all groups together, which may show what a group alone is too small to show.</summary>
internal interface IReadAmongAll
{
    /// <summary>The result of this group among all groups.</summary>
    /// <param name="all">The result over all groups, of the same type.</param>
    object Among(object all);
}
