import { describe, expect, it } from 'vitest';
import { PRESET_NAMES, type PresetName } from '../../src/ingest/index.js';
import { layoutsOf } from '../../src/ingest/presets.js';
import { checkMapping } from '../../src/ingest/check-mapping.js';
import { faultsOf, readOne, rowsOf } from '../support/ingest/reading.js';

interface Sample {
  readonly preset: PresetName;
  readonly layout: string;
  readonly text: string;
  readonly rows: readonly string[];
  readonly faults?: readonly string[];
}

const SAMPLES: readonly Sample[] = [
  {
    preset: 'amlworld',
    layout: 'transactions',
    text:
      'Timestamp,From Bank,Account,To Bank,Account,Amount Received,Receiving Currency,Amount Paid,Payment Currency,Payment Format,Is Laundering\n' +
      '2022/09/01 00:20,010,8000EBD30,10,8000EBD30,3697.34,US Dollar,3697.34,US Dollar,Cheque,0\n' +
      '2022/09/01 00:21,10,A,20,B,0.000001,Bitcoin,9060000000000.01,Yuan,Teleport,1\n',
    rows: [
      '010/8000EBD30 | 10/8000EBD30 | 1661991600000 minute | 369734e-2 US Dollar | cheque',
      '10/A | 20/B | 1661991660000 minute | 906000000000001e-2 Yuan > 1e-6 Bitcoin | other',
    ],
  },
  {
    preset: 'amlworld',
    layout: 'renamed transactions',
    text:
      'timestamp,from_bank_id,from_account_id,from_account_key,to_bank_id,to_account_id,to_account_key,amount_received,receiving_currency,amount_paid,payment_currency,payment_format,is_laundering\n' +
      '2022/09/01 00:20,1,A,1:A,2,B,2:B,5,Euro,5,Euro,ACH,0\n',
    rows: ['1/A | 2/B | 1661991600000 minute | 5e-0 Euro | wire'],
  },
  {
    preset: 'amlworld',
    layout: 'patterns',
    text:
      'BEGIN LAUNDERING ATTEMPT - FAN-OUT:  Max 16-degree Fan-Out\n' +
      '2022/09/01 00:06,021174,800737690,012,80011F990,2848.96,Euro,2848.96,Euro,ACH,1\n' +
      'END LAUNDERING ATTEMPT - FAN-OUT\n\n',
    rows: ['021174/800737690 | 012/80011F990 | 1661990760000 minute | 284896e-2 Euro | wire'],
  },
  {
    preset: 'amlsim',
    layout: 'transactions',
    text: 'tran_id,orig_acct,bene_acct,tx_type,base_amt,tran_timestamp,is_sar,alert_id\r\n1,50,62,WIRE,234.08,2011-01-01T00:00:00Z,True,0\r\n',
    rows: ['50 | 62 | 1293840000000 second | 23408e-2 XXX | wire'],
  },
  {
    preset: 'amlsim',
    layout: 'transactions',
    text: 'alert_id,alert_type,is_sar,tran_id,orig_acct,bene_acct,tx_type,base_amt,tran_timestamp\r\n0,fan_in,True,1,50,62,CREDIT,1,2011-01-01T00:00:00Z\r\n',
    rows: ['50 | 62 | 1293840000000 second | 1e-0 XXX | card'],
  },
  {
    preset: 'amlsim',
    layout: 'raw transactions',
    text: 'TX_ID,SENDER_ACCOUNT_ID,RECEIVER_ACCOUNT_ID,TX_TYPE,TX_AMOUNT,TIMESTAMP,IS_FRAUD,ALERT_ID\n1,6456,9069,TRANSFER,465.05,0,False,-1\n',
    rows: ['6456 | 9069 | 0 step | 46505e-2 XXX | wire'],
  },
  {
    preset: 'amlsim',
    layout: 'edges',
    text: 'sourceNodeId,targetNodeId,value,time\r\n216,14730,163.3,1\r\n216,1,5,1.5\r\n',
    rows: ['216 | 14730 | 1 step | 1633e-1 XXX | unknown'],
    faults: ['3 time-unreadable time'],
  },
  {
    preset: 'saml-d',
    layout: 'transactions',
    text:
      'Time,Date,Sender_account,Receiver_account,Amount,Payment_currency,Received_currency,Sender_bank_location,Receiver_bank_location,Payment_type,Is_laundering,Laundering_type\n' +
      '10:35:19,2022-10-07,8724731955,2769355426,1459.15,UK pounds,UK pounds,UK,UK,Cash Deposit,0,Normal_Cash_Deposits\n',
    rows: ['8724731955 | 2769355426 | 1665138919000 second | 145915e-2 UK pounds | cash'],
  },
  {
    preset: 'saml-d',
    layout: 'transactions without locations',
    text:
      'Receiver_account,Duration_Days,Date,Time,Total_amount,Sender_account,Sender_count,Payment_currency,Received_currency,Amount,Laundering_type,Payment_type\n' +
      '9351462,0.99,2022-12-24,12:08:20,2545992.73,4792937709,20,UK pounds,UK pounds,9413.64,Normal_Fan_In,Credit card\n',
    rows: ['4792937709 | 9351462 | 1671883700000 second | 941364e-2 UK pounds | card'],
  },
  {
    preset: 'saml-d',
    layout: 'cycle hops',
    text:
      'Cycle_ID,Sender_account,Receiver_account,Amount,Timestamp,Hop_Number,Cycle_Length\n' +
      '8447,9692531941,9207248098,30100.664158815413,2023-04-25T22:16:35.000000000+00:00,2,15\n',
    rows: ['9692531941 | 9207248098 | 1682460995000 millisecond | 30100664158815413e-12 XXX | unknown'],
  },
  {
    preset: 'paysim',
    layout: 'transactions',
    text: 'step,type,amount,nameOrig,oldbalanceOrg,newbalanceOrig,nameDest,oldbalanceDest,newbalanceDest,isFraud,isFlaggedFraud\n1,CASH_OUT,181.0,C1,181.0,0.0,C2,21182.0,0.0,1,0\n',
    rows: ['C1 | C2 | 1 step | 181e-0 XXX | cash'],
  },
  {
    preset: 'fincen-files',
    layout: 'transactions map',
    text:
      'id,icij_sar_id,filer_org_name_id,filer_org_name,begin_date,end_date,originator_bank_id,originator_bank,originator_bank_country,originator_iso,beneficiary_bank_id,beneficiary_bank,beneficiary_bank_country,beneficiary_iso,number_transactions,amount_transactions\n' +
      '223254,3297,bony,The Bank,"Mar 25, 2015","Sep 25, 2015",cimb,CIMB,Singapore,SGP,barclays,Barclays Plc,United Kingdom,GBR,68,5.689852347E7\n' +
      '2,3297,bony,The Bank,,,cimb,CIMB,Singapore,SGP,barclays,Barclays Plc,United Kingdom,GBR,,5\n',
    rows: ['cimb | barclays | 1427241600000 day | 5689852347e-2 USD | unknown'],
    faults: ['3 time-missing begin_date'],
  },
  {
    preset: 'fincen-bank-connections',
    layout: 'bank connections',
    text: 'icij_sar_id,filer_org_name_id,filer_org_name,entity_b_id,entity_b,entity_b_country,entity_b_iso_code\r\n1,a,A,b,B,Pakistan,PAK\r\n2,a,A,b,B,Pakistan,PAK',
    rows: ['a | b | 0 order | - | unknown', 'a | b | 1 order | - | unknown'],
  },
  {
    preset: 'azerbaijani-laundromat',
    layout: 'payments',
    text:
      '\ufeff"payer_name","payer_account","amount_orig","id","amount_orig_currency","beneficiary_bank_country","beneficiary_name_norm","beneficiary_account","date","amount_eur","payer_name_norm","payer_bank_country"\n' +
      '"L","EE27 3300 3335 0561 0002","-535000.0","6050","USD","33","MOBİLA, LLP","333504500003","2012-07-03","$423,688.44","LCM","EE"\n' +
      '"L","null","1","6051","USD","33","MOBILA LLP","333504500003","2012-07-03","$1","LCM","EE"\n',
    rows: ['EE273300333505610002 | 333504500003 | 1341273600000 day | 535000e-0 USD | unknown'],
    faults: ['3 account-missing payer_account'],
  },
  {
    preset: 'azerbaijani-laundromat',
    layout: 'account pairs',
    text: '\ufeffpayerAccount,beneficiaryAccount,payerId,beneficiaryId,payerType,beneficiaryType\na,b,x,y,Company,Company\nnull,b,x,y,Invalid,Company\n',
    rows: ['a | b | 0 order | - | unknown'],
    faults: ['3 account-missing payerAccount'],
  },
  {
    preset: 'launder-evm',
    layout: 'flows',
    text: 'Timestamp,Block,Tx_hash,From,From_label,To,To_label,Value_in_USD\n2023-01-13 20:34:11,16400290,0x1,0xa,,0xb,x,200000.0\n',
    rows: ['0xa | 0xb | 1673642051000 second | 200000e-0 USD | unknown'],
  },
  {
    preset: 'rift-muling',
    layout: 'transactions',
    text: 'transaction_id,sender_id,receiver_id,amount,timestamp\nTXN_001,ACC_001,ACC_002,5000,2024-01-15 10:00:00\n',
    rows: ['ACC_001 | ACC_002 | 1705312800000 second | 5000e-0 XXX | unknown'],
  },
  {
    preset: 'edge-list',
    layout: 'edges',
    text: '1 2 1082040961\n  3\t4   1082155839  \n',
    rows: ['1 | 2 | 1082040961000 second | - | unknown', '3 | 4 | 1082155839000 second | - | unknown'],
  },
  {
    preset: 'edge-list',
    layout: 'edges with amount',
    text: '56665 82465 0 1509.12\n',
    rows: ['56665 | 82465 | 0 second | 150912e-2 XXX | unknown'],
  },
  {
    preset: 'edge-list',
    layout: 'named edges',
    text: 'from,to,feature,time\n6,2,-4,1289241911.72836\n',
    rows: ['6 | 2 | 1289241911728 millisecond | - | unknown'],
  },
  {
    preset: 'berka',
    layout: 'transactions',
    text:
      '"trans_id";"account_id";"date";"type";"operation";"amount";"balance";"k_symbol";"bank";"account"\r\n' +
      '1;2378;930101;"PRIJEM";"VKLAD";700.00;700.00;"";;\r\n' +
      '2;2378;930102;"VYBER";"VYBER";100.00;600.00;"";;\r\n' +
      '3;2378;930103;"VYDAJ";"VYBER";14.60;585.40;"SLUZBY";"";0\r\n' +
      '4;2378;930104;"PRIJEM";"";94.70;680.10;"UROK";;\r\n' +
      '5;2378;930105;"VYDAJ";"PREVOD NA UCET";80.10;600.00;"SIPO";"EF";"1222903"\r\n' +
      '6;2378;930106;"PRIJEM";"PREVOD Z UCTU";1.00;601.00;"";"ST";"87163465"\r\n',
    rows: [
      '(cash desk) | 2378 | 725846400000 day | 7000e-1 CZK | cash',
      '2378 | (cash desk) | 725932800000 day | 1000e-1 CZK | cash',
      '2378 | (fees) | 726019200000 day | 146e-1 CZK | internal',
      '(interest) | 2378 | 726105600000 day | 947e-1 CZK | internal',
      '2378 | EF/1222903 | 726192000000 day | 801e-1 CZK | wire',
      'ST/87163465 | 2378 | 726278400000 day | 10e-1 CZK | wire',
    ],
  },
  {
    preset: 'berka',
    layout: 'standing orders',
    text: '"order_id";"account_id";"bank_to";"account_to";"amount";"k_symbol"\n1;1;"YZ";"87144583";2452.00;"SIPO"\n',
    rows: ['1 | YZ/87144583 | 0 order | 2452e-0 CZK | wire'],
  },
  {
    preset: 'illicit-flows',
    layout: 'transfers',
    text:
      'id,time,payer_institution,payer_account,payer_holder,beneficiary_institution,beneficiary_account,beneficiary_holder,amount,currency,received_amount,received_currency,channel,place_from,country_from,place_to,country_to\n' +
      't1,2024-01-15T10:00:00.5+02:00,B1,a,,B2,b,,12.50,EUR,13.00,USD,value-transfer,Izmir,TR,,DE\n' +
      't2,2024-01-15,B1,a,,B2,b,,12.50,EUR,,,cash,,,,\n',
    rows: [
      'B1/a | B2/b | 1705276800000 day | 125e-1 EUR | cash',
      'B1/a | B2/b | 1705305600500 millisecond | 125e-1 EUR > 13e-0 USD | value-transfer',
    ],
  },
  {
    preset: 'illicit-flows',
    layout: 'transfers',
    text: 'beneficiary_account,payer_account,time\nb,a,2024-01-15\n',
    rows: ['a | b | 1705276800000 day | - | unknown'],
  },
  {
    preset: 'iso20022',
    layout: 'camt',
    text:
      '<Document><BkToCstmrStmt><Stmt><Acct><Id><Othr><Id>1</Id></Othr></Id></Acct><Ntry><Amt Ccy="EUR">5.00</Amt>' +
      '<CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2024-01-15</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><CdtrAcct><Id><Othr>' +
      '<Id>2</Id></Othr></Id></CdtrAcct></RltdPties></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>',
    rows: ['1 | 2 | 1705276800000 day | 5e-0 EUR | unknown'],
  },
  {
    preset: 'mt940',
    layout: 'statement',
    text: ':20:A\n:25:1/2\n:60F:C240115EUR0,\n:61:240115C5,NTRFX\n:86:166?303?314\n:62F:C240115EUR5,\n-\n',
    rows: ['3/4 | 1/2 | 1705276800000 day | 5e-0 EUR | wire'],
  },
  {
    preset: 'eth-heist',
    layout: 'transfers',
    text:
      'hash,from,to,value,timeStamp,blockNumber,tokenSymbol,contractAddress,isError,gasPrice,gasUsed\n' +
      '0x1,0xa,0xb,4.22676E+15,1619405845,1,,,0,57,21\n' +
      '0x2,0xa,0xb,5,1619405846,1,,,1,57,21\n' +
      '0x3,0xb,0xc,0,1619405847,1,,,0,57,21\n' +
      '0x4,0xb,0xc,2500000,1619405848,1,USDT,0xdac,,57,21\n' +
      '0x4,0xb,0xc,2500000,1619405848,1,USDT,0xbad,,57,21\n' +
      '0x5,0xb,0xc,7,1619405849,1,,0xnone,,57,21\n',
    rows: [
      '0xa | 0xb | 1619405845000 second | 4226760000000000e-0 wei | crypto',
      '0xb | 0xc | 1619405848000 second | 2500000e-0 raw USDT|0xbad | crypto',
      '0xb | 0xc | 1619405848000 second | 2500000e-0 raw USDT|0xdac | crypto',
      '0xb | 0xc | 1619405849000 second | 7e-0 raw |0xnone | crypto',
    ],
  },
  {
    preset: 'tronscan',
    layout: 'token transfers',
    text:
      'Tx Hash,blockHeight,blockTime(UTC+8),blockTime(UTC),from,to,value,symbol,tokenAddress,isConfirm\n' +
      't1,1,2025/05/31 00:47:06,2025/05/30 16:47:06,TA,TB,12.5,USDT,TR7,true\n' +
      't2,2,2025/05/31 00:47:07,2025/05/30 16:47:07,TA,TB,12.5,USDT,TR7,false\n',
    rows: ['TA | TB | 1748623626000 second | 125e-1 USDT|TR7 | crypto'],
  },
  {
    preset: 'tronscan',
    layout: 'transactions',
    text:
      'Tx Hash,blockHeight,blockTime(UTC+8),blockTime(UTC),from,to,value,symbol,contractType,status\n' +
      't1,1,2025/05/31 00:47:06,2025/05/30 16:47:06,TA,TB,12.5,TRX,TransferContract,SUCCESS\n' +
      't2,1,2025/05/31 00:47:06,2025/05/30 16:47:06,TA,TB,12.5,TRX,TransferContract,OUT_OF_ENERGY\n' +
      't3,1,2025/05/31 00:47:06,2025/05/30 16:47:06,TA,TB,0,TRX,TriggerSmartContract,SUCCESS\n',
    rows: ['TA | TB | 1748623626000 second | 125e-1 TRX | crypto'],
  },
  {
    preset: 'sparkasse-camt-csv',
    layout: 'statement',
    text:
      '"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Glaeubiger ID";"Mandatsreferenz";"Kundenreferenz (End-to-End)";"Sammlerreferenz";"Lastschrift Ursprungsbetrag";"Auslagenersatz Ruecklastschrift";"Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"BIC (SWIFT-Code)";"Betrag";"Waehrung";"Info"\n' +
      '"DE89370400440532013000";"15.01.24";"15.01.24";"FOLGELASTSCHRIFT";"x";"";"";"";"";"";"";"A";"DE02 1001 0010 0006 8201 01";"PBNK";"-1.234,56";"EUR";"Umsatz gebucht"\n' +
      '"DE89370400440532013000";"16.01.24";"16.01.24";"BARGELDAUSZAHLUNG";"x";"";"";"";"";"";"";"";"0000000000";"00000000";"-50,00";"EUR";"Umsatz gebucht"\n' +
      '"DE89370400440532013000";"17.01.2024";"17.01.2024";"ENTGELTABSCHLUSS";"x";"";"";"";"";"";"";"";"";"";"-4,90";"EUR";"Umsatz gebucht"\n' +
      '"DE89370400440532013000";"18.01.24";"18.01.24";"GUTSCHRIFT";"x";"";"";"";"";"";"";"B";"DE02200505501015871393";"HASP";"7,00";"EUR";"Umsatz gebucht"\n' +
      '"DE89370400440532013000";"19.01.24";"";"KARTENZAHLUNG";"x";"";"";"";"";"";"";"C";"";"";"-9,00";"EUR";"Umsatz vorgemerkt"\n' +
      '"DE89370400440532013000";"20.01.24";"";"GUTSCHRIFT";"x";"";"";"";"";"";"";"C";"";"";"9,00";"EUR";"Umsatz gebucht"\n',
    rows: [
      'DE89370400440532013000 | DE02100100100006820101 | 1705276800000 day | 123456e-2 EUR | wire',
      'DE89370400440532013000 | (cash desk) | 1705363200000 day | 5000e-2 EUR | cash',
      'DE89370400440532013000 | (fees) | 1705449600000 day | 490e-2 EUR | internal',
      'DE02200505501015871393 | DE89370400440532013000 | 1705536000000 day | 700e-2 EUR | wire',
    ],
    faults: ['7 account-missing Kontonummer/IBAN'],
  },
  ...etherscanSamples(),
];

/** One for each combination of a chain's coin with older and newer names of columns. */
function* etherscanSamples(): Generator<Sample> {
  for (const [hash, older] of [
    ['Transaction Hash', ''],
    ['Txhash', ', older'],
  ] as const) {
    for (const coin of ['ETH', 'BNB', 'POL', 'MATIC']) {
      const values = `"ContractAddress","Value_IN(${coin})","Value_OUT(${coin})","CurrentValue @ $1/x"`;
      yield {
        preset: 'etherscan',
        layout: `${coin}${older}`,
        text:
          `"${hash}","Blockno","UnixTimestamp","DateTime (UTC)","From","To",${values},"TxnFee(${coin})","TxnFee(USD)","Historical $Price/Eth","Status","ErrCode","Method"\n` +
          '"0x1","1","1705399200","2024-01-16 10:00:00","0xa","0xme","","1.5","0","3","0","0","2","","","Transfer"\n' +
          '"0x2","2","1705399201","2024-01-16 10:00:01","0xme","0xb","","0","1,234.5","3","0","0","2","","","Transfer"\n' +
          '"0x3","3","1705399202","2024-01-16 10:00:02","0xme","0xb","","0","9","3","0","0","2","Error(0)","Reverted","Transfer"\n' +
          '"0x4","4","1705399203","2024-01-16 10:00:03","0xme","0xme","","2","2","3","0","0","2","","","Transfer"\n' +
          '"0x5","5","1705399204","2024-01-16 10:00:04","0xme","0xb","","2","3","3","0","0","2","","","Transfer"\n' +
          '"0x6","6","1705399205","2024-01-16 10:00:05","0xme","0xb","","0","0","3","0","0","2","","","Approve"\n',
        rows: [
          `0xa | 0xme | 1705399200000 second | 15e-1 ${coin} | crypto`,
          `0xme | 0xb | 1705399201000 second | 12345e-1 ${coin} | crypto`,
          `0xme | 0xme | 1705399203000 second | 20e-1 ${coin} | crypto`,
        ],
        faults: [`6 amount-both-sides Value_IN(${coin})`],
      };
      yield {
        preset: 'etherscan',
        layout: `internal ${coin}${older}`,
        text:
          `"${hash}","Blockno","UnixTimestamp","DateTime (UTC)","ParentTxFrom","ParentTxTo","ParentTxETH_Value","From","TxTo",${values},"Historical $Price/Eth","Status","ErrCode","Type"\n` +
          '"0x1","1","1705399200","2024-01-16 10:00:00","0xp","0xq","0","0xa","0xme","","1.5","0","3","2","0","","call"\n' +
          '"0x2","1","1705399200","2024-01-16 10:00:00","0xp","0xq","0","0xa","0xme","","1.5","0","3","2","1","","call"\n',
        rows: [`0xa | 0xme | 1705399200000 second | 15e-1 ${coin} | crypto`],
      };
    }
    for (const [value, plain] of [
      ['TokenValue', ''],
      ['Value', ', plain'],
    ] as const) {
      yield {
        preset: 'etherscan',
        layout: `tokens${older}${plain}`,
        text:
          `"${hash}","Blockno","UnixTimestamp","DateTime (UTC)","From","To","${value}","USDValueDayOfTx","ContractAddress","TokenName","TokenSymbol"\n` +
          '"0x1","1","1705399200","2024-01-16 10:00:00","0xa","0xme","1,000.25","1","0xdac","Tether USD","USDT"\n',
        rows: ['0xa | 0xme | 1705399200000 second | 100025e-2 USDT|0xdac | crypto'],
      };
    }
  }
}

describe('presets', () => {
  for (const reader of ['papa', 'auto'] as const) {
    for (const { preset, layout, text, rows, faults = [] } of SAMPLES) {
      it(`read ${preset}, ${layout}, with ${reader}`, async () => {
        const reading = await readOne(text, { mapping: preset, reader });
        expect(reading.files[0]?.layout).toBe(layout);
        expect(rowsOf(reading)).toEqual(rows);
        expect(faultsOf(reading)).toEqual(faults);
      });
    }
  }

  it('all have valid mappings and a sample above', () => {
    for (const preset of PRESET_NAMES) {
      for (const { name, mapping } of layoutsOf(preset)) {
        expect(() => {
          checkMapping(mapping);
        }).not.toThrow();
        expect(SAMPLES.some((sample) => sample.preset === preset && sample.layout === name)).toBe(true);
      }
    }
  });

  it('refuse a file that none of their layouts fits, and say what it looks like', async () => {
    const reading = readOne('a;b\n1;2\n', { mapping: 'amlworld' });
    await expect(reading).rejects.toMatchObject({
      code: 'layout-unknown',
      message: /2 columns set apart by ";": a, b/,
    });
  });

  it('give holders, places, labels and ids', async () => {
    const { ledger, labels } = await readOne(SAMPLES[0]!.text, { mapping: 'amlworld' });
    expect([...labels!.label].map((label) => labels!.texts[label])).toEqual(['0', '1']);
    expect(ledger.columns.id).toBeUndefined();
    const own = await readOne(SAMPLES.find((sample) => sample.preset === 'illicit-flows')!.text, {
      mapping: 'illicit-flows',
    });
    expect(own.labels).toBeUndefined();
    expect(own.ledger.id(1)).toBe('t1');
    expect(own.ledger.places).toEqual(['DE', 'Izmir', 'TR']);
    expect(own.ledger.places[own.ledger.columns.placeFrom![1]!]).toBe('Izmir');
    expect(own.ledger.places[own.ledger.columns.countryTo![1]!]).toBe('DE');
  });
});
