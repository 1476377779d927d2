namespace LearningSociety.Layout.Analysis;

/// <summary>Why a page could not be read: the codes of <c>unreadable{n}</c> fields.</summary>
public static class PageFaults
{
    /// <summary>The child process ended while reading the page.</summary>
    public const string Crashed = "crashed";

    /// <summary>The page took longer than the time limit.</summary>
    public const string TimeLimit = "time-limit";

    /// <summary>The page's picture cannot be decoded or drawn.</summary>
    public const string Damaged = "damaged";

    /// <summary>The page has more pixels than the limit.</summary>
    public const string TooLarge = "too-large";
}

/// <summary>Why a whole file could not be read: the inner error codes of a failed analysis.</summary>
public static class FileFaults
{
    /// <summary>A password is needed.</summary>
    public const string Encrypted = "encrypted";

    /// <summary>The file's structure is broken.</summary>
    public const string Damaged = "damaged";

    /// <summary>It has no page.</summary>
    public const string NoPages = "no-pages";

    /// <summary>It has more pages than the limit.</summary>
    public const string TooManyPages = "too-many-pages";

    /// <summary>It is no PDF, PNG, JPEG or TIFF.</summary>
    public const string UnsupportedKind = "unsupported-kind";

    /// <summary>None of the pages asked for exists.</summary>
    public const string NoSuchPages = "no-such-pages";

    /// <summary>What a person is told.</summary>
    public static string Message(string fault) => fault switch
    {
        Encrypted => "The file is encrypted. Remove its password and send it again.",
        Damaged => "The file is damaged and cannot be opened. Make it anew and send it again.",
        NoPages => "The file has no pages.",
        TooManyPages => "The file has more pages than this server takes. Split it.",
        NoSuchPages => "None of the pages asked for exists in the file. Correct the parameter 'pages'.",
        _ => "The file is no PDF, PNG, JPEG or TIFF.",
    };
}
