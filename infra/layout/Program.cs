using LearningSociety.Layout;
using LearningSociety.Layout.Child;

return args switch
{
    [ChildMain.Argument] => ChildMain.Run(),
    [AnalyzeCommand.Argument, .. var rest] => await AnalyzeCommand.RunAsync(rest),
    _ => await LayoutServer.RunAsync(args),
};
