namespace CustomerJourney.Maps;

/// <summary>By which figure opportunities are ranked.</summary>
public enum OpportunityOrder
{
    /// <summary><see cref="Opportunity.Priority"/>: impact × confidence / effort.</summary>
    Priority,

    /// <summary><see cref="Opportunity.Rice"/>: reach × impact × confidence / effort.</summary>
    Rice,

    /// <summary><see cref="Opportunity.OpportunityScore"/>: what customers find important and are not satisfied with.</summary>
    OpportunityScore,
}
