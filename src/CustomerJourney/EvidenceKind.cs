namespace CustomerJourney;

/// <summary>What a piece of evidence is.</summary>
public enum EvidenceKind
{
    /// <summary>Anything else.</summary>
    Other,

    /// <summary>A questionnaire.</summary>
    Survey,

    /// <summary>A talk with customers.</summary>
    Interview,

    /// <summary>Figures of a site or an app.</summary>
    Analytics,

    /// <summary>Records of customers.</summary>
    Crm,

    /// <summary>What customers write in public.</summary>
    Review,

    /// <summary>Cases of the help desk.</summary>
    Ticket,

    /// <summary>Someone watched.</summary>
    Observation,

    /// <summary>A document.</summary>
    Document,
}
