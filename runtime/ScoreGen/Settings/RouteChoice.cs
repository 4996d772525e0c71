namespace ScoreGen;

/// <summary>Who decides which tokens a step takes.</summary>
#if SCOREGEN_COMPILER
internal
#else
public
#endif
enum RouteChoice
{
    /// <summary>Each step takes the tokens with the highest scores among those that the step before took: a fixed share of them, and only they enter the block.</summary>
    Expert,

    /// <summary>Each token chooses before the first step how many steps it takes. All tokens enter the block, and those that are done keep their state.</summary>
    Token,
}
