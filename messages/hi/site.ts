import type { Messages, Translation } from "../catalog";

export const site: Translation<Messages["site"]> = {
  skipLabel: "सीधे मुख्य भाग पर जाएँ",
  footer: "{legalName}, {address}",
  languages: "भाषा",
  moment: "{day}, {time} UTC",
  notFound: {
    title: "इस पते पर कुछ नहीं है",
    text: "हो सकता है लिंक पुराना हो या टाइप करने में ग़लती हुई हो। पता जाँच लें, या यहाँ से फिर शुरू करें।",
    deletionLabel: "डेटा मिटाना",
  },
  tooMany: {
    title: "आपने बहुत बार कोशिश की है",
    text: "आपके कनेक्शन से इतने लिंक और कोड आए जितने एक व्यक्ति को नहीं चाहिए। दस मिनट रुकें, फिर यह पता दोबारा खोलें। कुछ भी बदला नहीं है।",
  },
  error: {
    title: "यह नहीं हो पाया",
    text: "गड़बड़ी हमारी ओर से हुई है, आपकी ओर से नहीं। फिर कोशिश करें; तब भी न हो तो कुछ मिनट बाद आएँ।",
    reference: "हमें लिखें तो यह संदर्भ बताएँ:",
    retryLabel: "फिर कोशिश करें",
    startLabel: "डेटा मिटाना",
  },
};
