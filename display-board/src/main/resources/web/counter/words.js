// @ts-check
export const catalogue = {
  vi: {
    counter: "Quầy",
    "state.closed": "Quầy đóng",
    "state.free": "Xin chờ gọi số",
    "state.called": "Đang gọi",
    "state.serving": "Đang phục vụ",
    loading: "Đang kết nối…",
    noCounter: "Thiếu số quầy, ví dụ /counter/?n=3",
    unknownCounter: "Trung tâm không có quầy {n}",
    "lost.seconds": "Mất kết nối từ {n} giây trước",
    "lost.minutes": "Mất kết nối từ {n} phút trước",
  },
  en: {
    counter: "Counter",
    "state.closed": "Closed",
    "state.free": "Please wait to be called",
    "state.called": "Now calling",
    "state.serving": "Now serving",
    loading: "Connecting…",
    noCounter: "No counter named; open for example /counter/?n=3",
    unknownCounter: "This centre has no counter {n}",
    "lost.seconds": "Connection lost for {n} s",
    "lost.minutes": "Connection lost for {n} min",
  },
};
