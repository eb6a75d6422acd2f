import type { Messages, Translation } from "../catalog";

/** Tanda terima. */
export const receipt: Translation<Messages["receipt"]> = {
  title: "Tanda terima penghapusan",
  open: "Lihat tanda terima",
  about:
    "Tanda terima bertanda tangan, untuk disimpan dan ditunjukkan. Tidak menyebut nama siapa pun.",
  statement:
    "Kami menyatakan bahwa penghapusan ini telah kami lakukan, dan pencarian sesudahnya tidak menemukan apa pun darinya di sistem kami selain yang tercantum di sini. Tanda tangan membuktikan siapa yang menyatakannya dan bahwa tidak ada yang diubah. Tanda tangan tidak membuktikan bahwa tidak ada salinan di tempat lain.",
  save: "Simpan untuk dibaca",
  saveSigned: "Simpan, bertanda tangan",
  toCheck: "Periksa tanda terima",
  facts: {
    code: "Kode konfirmasi",
    issuer: "Diterbitkan oleh",
    received: "Diterima",
    verified: "Diverifikasi",
    started: "Penghapusan dimulai",
    purged: "Data terakhir terhapus",
    completed: "Dinyatakan selesai",
    policy: "Menurut kebijakan versi",
    backups: "Cadangan hilang paling lambat",
    files: "Berkas yang isinya sudah hilang",
    key: "Ditandatangani dengan kunci",
  },
  erased: "Yang dihapus",
  unlinked: "Data lain yang dilepaskan dari subjek",
  mentioned: "Data orang lain yang berhak menyebutnya",
  retained: "Yang disimpan",
  recipients: "Sistem lain yang diberi tahu",
  category: "Kategori",
  rows: "Data",
  until: "Sampai",
  basis: "Dasar hukum",
  endless: "Sampai alasannya berakhir",
  recipient: "Sistem",
  outcome: "Hasil",
  record:
    "Catatan permintaan ini, termasuk tanda terima ini, yang tidak menyebut nama siapa pun: <id>{basis}</id>. Sampai <time></time>.",
  recordEndless:
    "Catatan permintaan ini, termasuk tanda terima ini, yang tidak menyebut nama siapa pun: <id>{basis}</id>. Sampai alasannya berakhir.",
  keptToAskAgain:
    "Untuk meminta {system} lagi: akses ke sistem itu, serta ID atau alamat yang seharusnya dihapusnya, tersegel. Paling lambat sampai <time></time>.",
  lastAsked: "Terakhir diminta: <time></time>",
  whyNot: "Mengapa tidak: <code></code>",
  acts: {
    unsubscribe: "Berhenti mengirim pesan kepada kami",
    delete_media: "Menghapus media",
    delete_template: "Menghapus templat pesan",
    deregister: "Membatalkan pendaftaran nomor",
    revoke_permissions: "Mencabut izin kami",
    delete_webhook: "Berhenti mengirim pesan kepada kami",
    delete_file: "Menghapus berkas",
    delete_contact: "Menghapus kontak",
    delete_suppression: "Menghapus entri di daftar blokirnya",
  },
  outcomes: {
    done: "{count, number} selesai",
    alreadyGone: "{count, number} sudah tidak ada",
    failed: "{count, number} tidak dapat dilakukan",
    open: "{count, number} belum selesai",
  },
  check: {
    title: "Periksa tanda terima",
    lead: "Tempelkan tanda terima yang ditunjukkan kepada Anda, atau pilih berkasnya. Tidak ada yang disimpan.",
    text: "Tanda terima",
    file: "Atau berkasnya",
    button: "Periksa",
    valid: "Tanda terima ini sah",
    altered: "Tanda terima ini telah diubah: isinya bukan yang ditandatangani.",
    unknown_key:
      "Tanda terima ini ditandatangani dengan kunci yang bukan milik kami: kami tidak tahu oleh siapa.",
    too_many:
      "Terlalu banyak tanda terima diperiksa dari koneksi Anda. Tunggu sepuluh menit lalu coba lagi.",
    unreadable: "Ini bukan tanda terima.",
  },
};
