import type { Messages, Translation } from "../catalog";

export const answer: Translation<Messages["answer"]> = {
  title: "Jawab pertanyaan",
  open: {
    heading: "Kami punya pertanyaan",
    asked: "Ini yang perlu kami ketahui sebelum permintaan Anda dilanjutkan:",
    label: "Jawaban Anda",
    hint: "Hanya orang yang menangani permintaan Anda yang membacanya. Jawaban dimusnahkan ketika permintaan berakhir. Jangan menuliskan kata sandi.",
    button: "Kirim jawaban",
    sending: "Sebentar",
    missing: "Tulislah jawaban dulu.",
    tooLong: "Mohon jawab dengan lebih singkat.",
  },
  answered: {
    heading: "Terima kasih, jawaban Anda kami terima",
    text: "Seseorang membacanya, lalu melanjutkan permintaan Anda. Tautan jawaban hanya berlaku sekali.",
  },
  expired: {
    heading: "Tautan ini sudah kedaluwarsa",
    text: "Pertanyaan tidak dapat dijawab lagi di sini. Balas emailnya dan sebutkan kode konfirmasi.",
  },
  closed: {
    heading: "Permintaan sudah ditutup",
    text: "Tidak ada lagi yang perlu dijawab. Halamannya menunjukkan bagaimana permintaan itu berakhir.",
  },
  status: "Lihat status",
  unknown: {
    heading: "Tautan ini tidak berfungsi",
    text: "Mungkin tidak lengkap: beberapa program email memotong tautan panjang. Salin seluruhnya ke bilah alamat, atau balas emailnya.",
    button: "Penghapusan data",
  },
};
