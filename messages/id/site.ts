import type { Messages, Translation } from "../catalog";

export const site: Translation<Messages["site"]> = {
  skipLabel: "Langsung ke isi",
  footer: "{legalName}, {address}",
  languages: "Bahasa",
  moment: "{day} pukul {time} UTC",
  offline:
    "Anda sedang luring. Tidak ada yang dapat dikirim, dan yang Anda lihat mungkin sudah usang. Yang Anda tulis tetap di sini: kirimkan setelah tersambung kembali.",
  notFound: {
    title: "Tidak ada apa-apa di alamat ini",
    text: "Tautannya mungkin sudah lama atau salah ketik. Periksa alamatnya, atau mulai lagi dari sini.",
    deletionLabel: "Penghapusan data",
  },
  tooMany: {
    title: "Anda mencoba terlalu sering",
    text: "Dari koneksi Anda datang lebih banyak tautan dan kode daripada yang dibutuhkan satu orang. Tunggu sepuluh menit, lalu buka alamat ini lagi. Tidak ada yang berubah.",
  },
  error: {
    title: "Itu tidak berhasil",
    text: "Ada yang gagal di pihak kami, bukan di pihak Anda. Coba lagi; jika masih gagal, kembalilah beberapa menit lagi.",
    reference: "Jika menulis kepada kami, sebutkan nomor rujukan ini:",
    retryLabel: "Coba lagi",
    startLabel: "Penghapusan data",
  },
};
