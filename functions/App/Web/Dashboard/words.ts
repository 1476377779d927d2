// How people read the words of the wire.
const results: Record<string, string> = { "not-met": "Không đạt", met: "Đạt", "level-1": "Mức độ 1", "level-2": "Mức độ 2", none: "Chưa có kết quả" };
const verdicts: Record<string, string> = { complete: "Đầy đủ", doubtful: "Cần xem lại", incomplete: "Chưa hoàn chỉnh" };
const states: Record<string, string> = { "in-time": "Đúng hạn", late: "Trễ hạn", missing: "Quá hạn chưa nộp", waiting: "Chưa nộp, còn hạn" };

export const resultName = (wire: string): string => results[wire] ?? wire;
export const verdictName = (wire: string): string => verdicts[wire] ?? wire;
export const stateName = (wire: string): string => states[wire] ?? wire;
