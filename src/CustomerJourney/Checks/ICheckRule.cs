namespace CustomerJourney.Checks;

/// <summary>A rule that a user adds to the checks (<see cref="CheckOptions.Rules"/>). The same map and day must give the same findings.</summary>
public interface ICheckRule
{
    /// <summary>The id of the rule, such as <c>SHOP1</c>: without white space, and none of <see cref="CheckRules.All"/>.</summary>
    string Id { get; }

    /// <summary>Finds what is wrong with a map by this rule.</summary>
    /// <param name="journey">The map.</param>
    /// <param name="asOf">The day of the check.</param>
    /// <returns>The findings, each with <see cref="Id"/> as its <see cref="Finding.Rule"/>; empty when all is well.</returns>
    IEnumerable<Finding> Check(Journey journey, DateOnly asOf);
}
