namespace CustomerJourney.Events;

/// <summary>A result whose remarks can be told together with those of other groups.</summary>
internal interface IRemarkedGroup
{
    /// <summary>Whether anything was observed in the group; one without data is seen in the table and needs no remark.</summary>
    bool HasData { get; }

    /// <summary>What to heed of the group.</summary>
    IEnumerable<GroupRemark> GroupRemarks { get; }
}
