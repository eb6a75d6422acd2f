import type { Messages, Translation } from "../catalog";

export const cancellation: Translation<Messages["cancellation"]> = {
  title: "Tarik kembali permintaan",
  open: {
    heading: "Tetap ingin menyimpannya?",
    subjects: {
      workspace: "Sebuah ruang kerja akan dihapus.",
      account: "Sebuah akun akan dihapus.",
      contact: "Data tentang seorang pelanggan akan dihapus.",
      meta_user: "Data yang berasal dari login Facebook akan dihapus.",
    },
    notBefore: "Tidak ada yang dihapus sebelum <time></time>.",
    text: "Jika Anda menarik kembali permintaannya, tidak ada yang dihapus sama sekali. Anda dapat meminta lagi kapan saja.",
    button: "Tarik kembali permintaan",
    sending: "Sebentar",
  },
  over: {
    heading: "Ini tidak dapat ditarik kembali lagi",
    text: "Permintaannya sudah ditarik kembali, atau penghapusannya sudah dimulai.",
    button: "Lihat statusnya",
  },
  unknown: {
    heading: "Tautan ini tidak berfungsi",
    text: "Mungkin tautannya tidak lengkap: beberapa program email memotong tautan panjang. Salin seluruhnya ke bilah alamat, atau balas emailnya.",
    button: "Penghapusan data",
  },
};
