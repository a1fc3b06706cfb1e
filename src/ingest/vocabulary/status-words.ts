/**
 * What became of a transfer, as banks, services and chains write it. Words that mean one thing here and another there are not
 * among them.
 */
export type Outcome = 'moved' | 'not-moved';

const MOVED = [
  ...['completed', 'complete', 'paid', 'settled', 'success', 'successful', 'succeeded', 'done', 'executed', 'booked'],
  ...['posted', 'cleared', 'confirmed', 'processed', 'picked up', 'paid out', 'delivered', 'finished', 'ok', 'yes'],
  ...['approved', 'accepted', 'credited', 'received', 'sent', 'true', 'book', 'accc', 'acsc', 'disbursed', 'collected'],
  ...['gebucht', 'ausgeführt', 'erledigt', 'abgeschlossen', 'umsatz gebucht', 'exécuté', 'exécutée', 'effectué'],
  ...[
    'terminé',
    'comptabilisé',
    'payé',
    'ejecutada',
    'ejecutado',
    'liquidada',
    'liquidado',
    'completada',
    'completado',
  ],
  ...[
    'pagada',
    'pagado',
    'realizada',
    'contabilizado',
    'eseguito',
    'eseguita',
    'contabilizzato',
    'pagato',
    'concluída',
  ],
  ...[
    'concluído',
    'efetuada',
    'executat',
    'finalizat',
    'uitgevoerd',
    'voltooid',
    'tamamlandı',
    'gerçekleşti',
    'ödendi',
  ],
  ...['εκτελέστηκε', 'ολοκληρώθηκε', 'εκτελεσμένη', 'izvršen', 'izvršeno', 'realizovano', 'realizovan', 'извршено'],
  ...['zrealizowany', 'zrealizowana', 'wykonany', 'zaksięgowano', 'исполнен', 'исполнено', 'выполнен', 'выполнено'],
  ...['проведен', 'проведено', 'завершено', 'виконано', 'проведено', 'مكتملة', 'مكتمل', 'مدفوعة', 'تم', 'منفذة'],
  ...['موفق', 'انجام شد', 'تکمیل شده', 'پرداخت شده'],
];

const NOT_MOVED = [
  ...['cancelled', 'canceled', 'failed', 'fail', 'failure', 'rejected', 'returned', 'refunded', 'reversed', 'reverted'],
  ...['voided', 'void', 'pending', 'declined', 'denied', 'expired', 'blocked', 'held', 'on hold', 'available', 'no'],
  ...[
    'error',
    'out of gas',
    'dropped',
    'unpaid',
    'in progress',
    'processing',
    'created',
    'draft',
    'scheduled',
    'false',
  ],
  ...['pdng', 'rjct', 'info', 'authorised', 'authorized', 'chargeback', 'unsuccessful', 'incomplete', 'aborted'],
  ...[
    'vorgemerkt',
    'storniert',
    'abgelehnt',
    'fehlgeschlagen',
    'offen',
    'zurückgewiesen',
    'annulé',
    'annulée',
    'rejeté',
  ],
  ...['rejetée', 'échoué', 'en attente', 'en cours', 'rechazada', 'rechazado', 'pendiente', 'anulada', 'anulado'],
  ...[
    'cancelada',
    'cancelado',
    'devuelta',
    'annullato',
    'annullata',
    'respinto',
    'rifiutato',
    'in sospeso',
    'pendente',
  ],
  ...['rejeitada', 'devolvida', 'anulat', 'respins', 'geannuleerd', 'mislukt', 'iptal', 'iptal edildi', 'başarısız'],
  ...['beklemede', 'reddedildi', 'iade', 'ακυρώθηκε', 'απορρίφθηκε', 'εκκρεμεί', 'storniran', 'odbijen', 'na čekanju'],
  ...['сторнирано', 'одбијено', 'anulowany', 'odrzucony', 'odrzucona', 'oczekujący', 'отменен', 'отменено', 'отклонен'],
  ...['отклонено', 'в обработке', 'возврат', 'ожидает', 'скасовано', 'відхилено', 'очікує', 'ملغاة', 'ملغي', 'مرفوضة'],
  ...['معلقة', 'قيد الانتظار', 'ناموفق', 'لغو شده', 'در انتظار', 'برگشت خورده'],
];

const OUTCOMES = new Map<string, Outcome>([
  ...MOVED.map((word) => [fold(word), 'moved'] as const),
  ...NOT_MOVED.map((word) => [fold(word), 'not-moved'] as const),
]);

/** What a status says; undefined for a word that is not known. `Error(0)` is read as `error`. */
export function outcomeOf(word: string): Outcome | undefined {
  return OUTCOMES.get(fold(word)) ?? OUTCOMES.get(fold(word.replace(/[(:].*$/su, '')));
}

function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/\s+/gu, ' ');
}
